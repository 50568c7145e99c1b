"""Every line that is taken says all that was typed: no word, number, letter or note is dropped."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.domain.school.frameworks import Competence, CutOff, Indicator, Programme
from bot.domain.school.tracks import Role, Track
from handlers.scoring.sayings import read_sayings
from handlers.talking.meaning.courtesy import without_courtesies
from handlers.talking.meaning.seeking import seek
from handlers.talking.meaning.shorthand import read_line
from handlers.talking.meaning.target import Group, in_front
from handlers.talking.meaning.tokens import Misread
from handlers.talking.meaning.whom import Unclear, sure_of

AT = datetime(2026, 10, 14, 8, 0, tzinfo=UTC)
EIGHT = Competence(1, 8, "Marks", tuple(Indicator(n, n, f"m{n}") for n in range(1, 5)))
TEN = Competence(2, 10, "Lays", tuple(Indicator(10 + n, n, f"l{n}") for n in range(1, 14)))
PROGRAMME = Programme(1, "P", "P", CutOff.AT_LEAST, (EIGHT, TEN))

letters = st.sampled_from(
    ["v", "l", "x", "r", "s", "vr", "ls", "xn", "✓", "◐", "✗", "V.", "×", "nvt", "n.v.t."]
)
numbers = st.sampled_from(["8.1", "8.4", "10.1", "10.3", "10.13", "8.9", "12.1", "8,3"])
notes = st.sampled_from(['"good"', "“so so”", "'it is'", '"with "L" in"', '""', '"it\'s"'])
ranges = st.sampled_from(["1-4", "1 - 4", "2 –4", "3— 4", "10.1 - 10.4", "8.1-8.3", "4-1", "2-2"])
heads = st.sampled_from(["10", "10:", "8", "8:"])
words = st.sampled_from(["all", "alles", "jonas", "zonder", "-", "—", "and", "please", "v—", "?"])
pieces = st.one_of(letters, numbers, notes, ranges, heads, words)
lines = st.lists(pieces, min_size=1, max_size=9).map(" ".join)


def said_in(line):
    sayings = read_sayings(line, PROGRAMME, AT)
    scores = {place: score for said in sayings for place, score in said.scores.items()}
    return scores, [note for said in sayings for note in said.notes.values()]


@given(lines)
def test_a_line_that_is_taken_keeps_each_note_and_names_each_number(text):
    try:
        line = read_line(text)
        scores, kept = said_in(line)
    except Misread:
        return
    assert len(kept) == sum(token.quoted for part in line.parts for token in part.body)
    for part in line.parts:
        assert part.body
        competence = {8: EIGHT, 10: TEN}[part.competence]
        if part.indicator is not None:
            last = part.indicator if part.last is None else part.last
            named = [
                own.id for own in competence.indicators if part.indicator <= own.number <= last
            ]
            assert named
            if any(not token.quoted for token in part.body):
                assert scores.keys() >= set(named) or all(
                    token.text in "-–—" for token in part.body if not token.quoted
                )


@given(
    st.permutations([1, 2, 3, 4]),
    st.lists(st.sampled_from(["v", "l", "x"]), min_size=4, max_size=4),
    st.sampled_from([" ", ", ", " · ", "; ", ". "]),
)
def test_each_value_stands_at_its_number(order, values, between):
    text = between.join(f"{number}{value}" for number, value in zip(order, values, strict=True))
    scores, _kept = said_in(read_line(f"jonas 8: {text}"))
    assert {place: str(score.mastery).lower() for place, score in scores.items()} == dict(
        zip(order, values, strict=True)
    )


@given(lines, st.data())
def test_the_same_number_twice_is_never_taken(text, data):
    number = data.draw(numbers)
    more = data.draw(letters)
    again = data.draw(letters)
    try:
        said_in(read_line(f"{number} {more} {text} {number} {again}"))
    except Misread:
        return
    raise AssertionError("taken")


@given(st.sampled_from(["1-4", "1 - 4", "1- 4", "1 -4", "1 – 4", "1—4", "1\u20114", "1 \u2212 4"]))
def test_a_range_is_one_however_it_is_typed(written):
    scores, _kept = said_in(read_line(f"jonas 10 {written} v"))
    assert len(scores) == 4
    first, last = 10, 10
    scores, _kept = said_in(read_line(f"jonas {first}.{written.replace('4', f'{last}.4')} v"))
    assert len(scores) == 4


names = st.sampled_from(
    ["Jonas", "Jonas Peeters", "Noor", "Klas 7", "Klas 7 B", "6A", "6A Bakkerij", "5 ELI", "6"]
)


@given(st.lists(names, min_size=2, max_size=5, unique=True), st.data())
def test_a_whole_name_is_sure_and_more_words_never_are(known, data):
    group = Group("Groep", ())
    among = [
        Group(name, ()) if any(char.isdigit() for char in name) else a_track(at, name)
        for at, name in enumerate(known)
    ]
    among.append(group)
    name = data.draw(st.sampled_from(known))
    sought = seek(f"{name.upper()} 10.3 v", among)
    assert sure_of(sought) == among[known.index(name)]
    assert [part.number for part in sought.said.parts] == ["10.3"]
    more = data.draw(st.sampled_from(["zonder", "xyz", "noor jonas", "en alle anderen"]))
    assume(in_front(f"{name} {more}", among)[1] == len(name))
    try:
        meant = sure_of(seek(f"{name} {more} 10.3 v", among))
    except (Unclear, Misread):
        meant = None
    assert not isinstance(meant, Group)


courtesies = st.sampled_from(
    ["hoi", "Hoi,", "Goeiemorgen!", "thanks", "dank je wel.", "Bedankt 🙏", "mvg", "merci beaucoup",
     "🙂", ":)", "s'il vous plaît", "Guten Tag,", "dag kompaan", "Met vriendelijke groeten", "ok"]
)  # fmt: skip
whole = st.sampled_from(
    ["jonas 8.1 v", "8: 1v 2x", 'jonas 10.3 l "dankjewel"', "today 8.1 8.2", "8.1 v 'hoi, thanks'",
     "jonas peeters 8 vvlx", 'jonas 8.1 "so\nthanks\nfar" v', "dag 8.2 x", "8.1 v\nhoi 8.2 x"]
)  # fmt: skip
MINE: Any = SimpleNamespace(tracks=[], person=SimpleNamespace(name="Karim Dag"))


@given(st.lists(courtesies, max_size=2), whole, st.lists(courtesies, max_size=2), st.data())
def test_courtesies_around_a_line_are_left_out_and_nothing_else(front, line, end, data):
    between = data.draw(st.sampled_from([" ", "\n"]))
    MINE.tracks = [a_track(1, "Jonas Peeters"), a_track(2, "Dag Prima")]
    assume("dag kompaan" not in (*front, *end))  # 'Dag' is somebody here
    said = without_courtesies(MINE, between.join([*front, line, *end]))
    assert said.rstrip(" ,.!") == line.replace("\nhoi 8.2", "\n8.2")


@pytest.mark.parametrize(
    "text",
    ["ok merci beaucoup jonas 8.1 v", "ok danke schön, jonas 8.1 v", "jonas 8.1 v ok merci bien",
     "ok bedankt hoor jonas 8.1 v", "dank u wel ok merci beaucoup jonas 8.1 v"],
)  # fmt: skip
def test_courtesies_that_begin_others_are_left_out_as_well(text):
    MINE.tracks = [a_track(1, "Jonas Peeters")]
    assert without_courtesies(MINE, text) == "jonas 8.1 v"


@pytest.mark.parametrize(
    "text",
    ["8.1 v thanks jonas", "jonas 8.1 v dag", "8.1 v goed", "8.1 v bedankt?", "8.1 v 'thanks",
     "thanks", "bedankt jonas", "hoi jonas", "8.1 v ok then", "Bedankt! Ik heb 8.1 geoefend",
     "8.1 v\nbedankt jonas", "tot dag 8.1 v", "graag gedaan 8.1 v", "8.1 l -", "alles v"],
)  # fmt: skip
def test_no_name_and_no_word_with_content_is_taken_as_a_courtesy(text):
    MINE.tracks = [a_track(1, "Jonas Peeters"), a_track(2, "Dag Prima")]
    left = without_courtesies(MINE, text)
    assert left == text


@pytest.mark.parametrize("text", ["hoi 8.1 v\n8.2", "thanks\n8.1 v\n8.2 8.3", "mvg\n8.1 v\nNoor"])
def test_only_a_name_of_who_says_it_is_left_out_below_a_courtesy(text):
    MINE.tracks = [a_track(1, "Jonas Peeters")]
    left = without_courtesies(MINE, text)
    assert left == text.removeprefix("hoi ").removeprefix("thanks\n").removeprefix("mvg\n")
    assert without_courtesies(MINE, f"{text}\nmvg\nKarim") == left


def a_track(at, name):
    return Track(at, at, name, 1, 1, "6A", frozenset({Role.TEACHER}), (), name)
