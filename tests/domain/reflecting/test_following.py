"""Follow-up questions: what an answer tells by plain signs, what is asked next, how many later."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.reflecting.following import (
    MOST,
    FollowUp,
    Said,
    Tone,
    most_after,
    next_follow_up,
    told,
    tone_of,
)

HAPPENED, JUDGED, WHY, NEXT = FollowUp


def said(*words: str) -> list[Said]:
    return [Said(own) for own in words]


@pytest.mark.parametrize(
    ("words", "tells"),
    [
        ("Buizen geplooid.", set()),
        ("ok", set()),
        ("I bent it twice too far.", set()),
        ("Ik heb vandaag drie buizen geplooid en daarna samen met Karim de kabels getrokken.",
         {HAPPENED}),
        ("Het ging goed.", {JUDGED}),
        ("Ik was te snel, omdat de klant wachtte.", {WHY}),
        ("Da was moeilijk want ik zag niks", {JUDGED, WHY}),
        ("I want to try it alone.", {NEXT}),
        ("It failed because I measured once.", {JUDGED, WHY}),
        ("Volgende keer meet ik eerst.", {NEXT}),
        ("Morgen ga ik vroeger beginnen.", {NEXT}),
        ("Next time I measure first.", {NEXT}),
        ("C’était difficile parce que la gaine était courte.", {JUDGED, WHY}),
        ("Nächstes Mal messe ich zuerst, weil es schief war.", {NEXT, WHY}),
        ("Ik boog de buis twee keer te ver. Dat was fout, doordat ik niet mat. "
         "Volgende keer meet ik voor ik buig.", {HAPPENED, JUDGED, WHY, NEXT}),
    ],
)  # fmt: skip
def test_what_an_answer_tells_by_plain_signs(words, tells):
    assert told("", said(words)) == tells


def test_a_reply_of_a_few_words_answers_what_it_replies_to():
    first = Said("I bent pipes.")
    assert told("", [first, Said("it was raining all day", WHY)]) == {WHY}
    assert told("", [first, Said("dunno", WHY)]) == set()
    assert told("", [first, Said("", WHY, spoken=True)]) == {HAPPENED, WHY}


def test_what_the_question_asks_by_itself_is_not_asked_again():
    question = "Wat doe je de volgende keer anders, en waarom?"
    assert told(question, said("Eerst meten en dan buigen.")) == {NEXT, WHY}
    assert told(question, said("Geen idee.")) == set()


@pytest.mark.parametrize(
    ("words", "tone"),
    [
        ("Buizen geplooid.", None),
        ("Het ging goed.", Tone.GLAD),
        ("Het ging niet goed.", Tone.HARD),
        ("Het lukte niet.", Tone.HARD),
        ("It did not go well.", Tone.HARD),
        ("Het was niet moeilijk.", Tone.GLAD),
        ("Eerst moeilijk, daarna lukte het.", Tone.GLAD),
        ("It went well, but the last one failed.", Tone.HARD),
        ("Het ging mis.", Tone.HARD),
    ],
)
def test_how_an_answer_judges(words, tone):
    assert tone_of(said(words)) is tone


@pytest.mark.parametrize(
    ("answer", "asked", "most", "follows"),
    [
        (said("I bent pipes."), [], 4, HAPPENED),
        (said("I bent pipes."), [HAPPENED], 4, JUDGED),
        (said("I bent pipes."), [HAPPENED, JUDGED, WHY], 4, NEXT),
        (said("I bent pipes."), [HAPPENED, JUDGED, WHY, NEXT], 4, None),
        (said("I bent pipes."), [], 1, HAPPENED),
        (said("I bent pipes.", "It went wrong."), [HAPPENED], 4, WHY),
        (said("I bent pipes.", "It went wrong."), [HAPPENED], 2, NEXT),
        (said("word " * 12), [], 2, WHY),  # and then what is next
        (said("I bent pipes."), [], 0, None),
        ([], [], 4, None),
    ],
)
def test_what_is_asked_next_is_what_the_answer_leaves_open(answer, asked, most, follows):
    assert next_follow_up("", answer, asked, 0, most) is follows


def test_two_that_were_skipped_are_the_last():
    assert next_follow_up("", said("Pipes."), [HAPPENED], 1, 4) is JUDGED
    assert next_follow_up("", said("Pipes."), [HAPPENED, JUDGED], 2, 4) is None


def test_they_fade_as_answers_get_richer_and_come_back_when_these_thin_out():
    most, counts = MOST, []
    for tells in (4, 3, 3, 4, 4, 2, 1, 0, 2, 1, 1, 1):
        most = most_after(most, tells, skipped=False)
        counts.append(most)
    assert counts == [3, 2, 1, 0, 0, 0, 1, 2, 2, 3, 4, 4]
    assert most_after(2, 0, skipped=True) == 2


messages = st.lists(
    st.builds(
        Said,
        st.sampled_from(["", "pipes", "it went well", "because of the rain", "next time earlier",
                         "word " * 12]),
        st.none() | st.sampled_from(FollowUp),
        st.booleans(),
    ),
    min_size=1,
    max_size=6,
)  # fmt: skip


@given(messages, messages, st.integers(0, MOST), st.booleans())
def test_none_comes_twice_and_more_words_never_bring_more(answer, more, most, skips):
    def asked_on(answer: list[Said]) -> list[FollowUp]:
        asked: list[FollowUp] = []
        while step := next_follow_up("", answer, asked, len(asked) if skips else 0, most):
            asked.append(step)
        return asked

    asked = asked_on(answer)
    assert len(set(asked)) == len(asked) <= (min(most, 2) if skips else most)
    assert not set(asked) & told("", answer)
    assert len(asked_on([*answer, *more])) <= len(asked)
    assert told("", answer) <= told("", [*answer, *more])
    after = most_after(most, len(told("", answer)), skipped=skips)
    assert abs(after - most) <= 1
    assert 0 <= after <= MOST
