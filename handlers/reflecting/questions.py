"""How a question for a student reads: what it takes up, its words, and what can be done with it."""

from collections.abc import Collection

from bot.domain.coaching.repertoire import Blank
from bot.domain.manner import addressed
from bot.domain.school.frameworks import Programme
from bot.domain.school.tracks import Role, Track
from bot.i18n import voice_of
from bot.messages import Button, Quoted, Sayable, _, _n, lines, words
from bot.ports.reflecting.prompts import AskedPrompt
from handlers.reflecting.taps import AnswerPrompt, AskAnother, SkipPrompt
from handlers.talking.phrases import short
from handlers.talking.routing.tap import button
from handlers.talking.turn import Turn

TEXT_LENGTH = 100
"""Characters of an indicator inside a question."""


def own_tracks(turn: Turn) -> list[Track]:
    """List the tracks on which this person is the student, and which did not end."""
    return [track for track in turn.tracks if track.scoring_role is Role.STUDENT]


def numbered(programme: Programme, indicators: Collection[int]) -> dict[int, tuple[str, str]]:
    """Number indicators and say their text, such as ("10.3", "lays 3"), in their order."""
    return {
        indicator.id: (f"{competence.number}.{indicator.number}", indicator.text)
        for competence in programme.competences
        for indicator in competence.indicators
        if indicator.id in indicators
    }


def is_known(turn: Turn, prompt: AskedPrompt) -> bool:
    """Say whether the file still has a question's words; a school may switch it off."""
    return prompt.key in turn.uow.repertoire.prompts


def question_words(turn: Turn, prompt: AskedPrompt) -> str:
    """Say a question in this person's language; nothing where its file no longer has it."""
    known = turn.uow.repertoire.prompts.get(prompt.key)
    if known is None:
        return ""
    _number, what = _about(turn, prompt)
    rename = str if prompt.key in turn.uow.repertoire.own else voice_of(turn.person).rename
    language = addressed(turn.person.language, turn.person.manner)
    return known.said(language, short(what, TEXT_LENGTH), prompt.times, rename)


def question_asked(turn: Turn, prompt: AskedPrompt) -> Sayable:
    """Ask a question: the goal or the tally that it takes up, and its words."""
    known = turn.uow.repertoire.prompts.get(prompt.key)
    number, what = _about(turn, prompt)
    asked = question_words(turn, prompt)
    says_times = known is not None and known.leaves_open(Blank.TIMES)
    tallied = prompt.times and number and not says_times and not prompt.goal
    return lines(
        _("Your goal: “{goal}”", goal=prompt.goal) if prompt.goal else None,
        _tallied(number, what, prompt.times, asked) if tallied else None,
        asked,
    )


def _tallied(number: str, what: str, times: int, asked: str) -> Sayable:
    """Say how often something was tallied; what it is stands in the question, or is named here."""
    counted = _n(
        "Something that you tallied once this week:",
        "Something that you tallied {count} times this week:",
        times,
    )
    return (
        counted
        if short(what, TEXT_LENGTH) in asked
        else lines(counted, words(number, Quoted(what)))
    )


def _about(turn: Turn, prompt: AskedPrompt) -> tuple[str, str]:
    """Number the indicator that a question is about, and say its text; nothing where none is."""
    track = turn.track(prompt.track_id)
    if track is None or prompt.indicator_id is None:
        return "", ""
    named = numbered(turn.programme(track), {prompt.indicator_id})
    return named.get(prompt.indicator_id, ("", ""))


def question_buttons(prompt: AskedPrompt) -> tuple[tuple[Button, ...], ...]:
    """Offer what can be done with a question, each in one tap."""
    return (
        (button(_("answer"), AnswerPrompt(prompt.id)),),
        (
            button(_("another question"), AskAnother(prompt.id)),
            button(_("skip"), SkipPrompt(prompt.id)),
        ),
    )
