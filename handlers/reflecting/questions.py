"""How a question for a student reads: what it takes up, its words, and what can be done with it."""

from collections.abc import Collection

from bot.domain.coaching.repertoire import Blank
from bot.domain.school.frameworks import Programme
from bot.domain.school.tracks import Role, Track
from bot.messages import Button, Sayable, _, _n, lines
from bot.ports.reflecting.prompts import AskedPrompt
from handlers.reflecting.taps import AnswerPrompt, AskAnother, SkipPrompt
from handlers.talking.phrases import short
from handlers.talking.tap import button
from handlers.talking.turn import Turn

TEXT_LENGTH = 100
"""Characters of an indicator inside a question."""


def own_tracks(turn: Turn) -> list[Track]:
    """List the tracks on which this person is the student."""
    return [track for track in turn.tracks if Role.STUDENT in track.roles]


def numbered(programme: Programme, indicators: Collection[int]) -> dict[int, tuple[str, str]]:
    """Give the number and the text of indicators, such as ("10.3", "lays 3"), in their order."""
    return {
        one.id: (f"{competence.number}.{one.number}", one.text)
        for competence in programme.competences
        for one in competence.indicators
        if one.id in indicators
    }


def is_known(turn: Turn, question: AskedPrompt) -> bool:
    """Say whether the file still has a question's words; a school may switch it off."""
    return question.key in turn.uow.repertoire.prompts


def question_words(turn: Turn, question: AskedPrompt) -> str:
    """Say a question in this person's language; nothing where its file no longer has it."""
    prompt = turn.uow.repertoire.prompts.get(question.key)
    if prompt is None:
        return ""
    _number, what = _about(turn, question)
    return prompt.said(turn.person.language, short(what, TEXT_LENGTH), question.times)


def question_asked(turn: Turn, question: AskedPrompt) -> Sayable:
    """Ask a question: the goal or the tally that it takes up, and its words."""
    prompt = turn.uow.repertoire.prompts.get(question.key)
    number, _what = _about(turn, question)
    says_times = prompt is not None and prompt.leaves_open(Blank.TIMES)
    tallied = question.times and number and not says_times and not question.goal
    return lines(
        _("Your goal: “{goal}”", goal=question.goal) if question.goal else None,
        _n(
            "This week you tallied {number} once.",
            "This week you tallied {number} {count} times.",
            question.times,
            number=number,
        )
        if tallied
        else None,
        question_words(turn, question),
    )


def _about(turn: Turn, question: AskedPrompt) -> tuple[str, str]:
    track = turn.track(question.track_id)
    if track is None or question.indicator_id is None:
        return "", ""
    named = numbered(turn.programme(track), {question.indicator_id})
    return named.get(question.indicator_id, ("", ""))


def question_buttons(question: AskedPrompt) -> tuple[tuple[Button, ...], ...]:
    """Offer what can be done with a question, each in one tap."""
    return (
        (button(_("answer"), AnswerPrompt(question.id)),),
        (
            button(_("another question"), AskAnother(question.id)),
            button(_("skip"), SkipPrompt(question.id)),
        ),
    )
