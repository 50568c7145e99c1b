"""Scoring by a typed line: read it, find who is meant, record it, confirm it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.domain.school.tracks import Track
from bot.domain.scoring.scales import Coverage
from bot.messages import Button, Reply, Sayable, _, lines
from bot.ports import Entry
from bot.use_cases.scoring.seeing.see_standing import Recorded, see_recorded
from bot.use_cases.scoring.store_scores import Contradiction, Sayings, store_scores
from handlers.scoring.confirm import confirm_stored
from handlers.scoring.group import (
    score_group,
)
from handlers.scoring.list_indicators import list_indicators
from handlers.scoring.marks import competence_of
from handlers.scoring.sayings import Settled, read_sayings, too_much
from handlers.scoring.tapping.by_work import begin_work
from handlers.scoring.tapping.menu import choose_student, open_competences
from handlers.scoring.tapping.steps import begin_at, go_on_or_close
from handlers.scoring.taps import SettleContradiction
from handlers.scoring.typing.by_context import context_of, names_context, without_context
from handlers.talking.helping.not_understood import not_understood
from handlers.talking.meaning.courtesy import without_courtesies
from handlers.talking.meaning.ended import say_ended, say_left, say_left_in
from handlers.talking.meaning.names import meant_by
from handlers.talking.meaning.seeking import seek
from handlers.talking.meaning.shorthand import TypedLine, read_line, reads_as_scores
from handlers.talking.meaning.target import Group, Target, groups_of, in_front, name_of
from handlers.talking.meaning.tokens import Misread
from handlers.talking.meaning.whom import (
    LineWaiting,
    PutAway,
    Sought,
    Unclear,
    misread_line,
    nobody,
)
from handlers.talking.menu import menu_button
from handlers.talking.phrases import first_name, of_competence
from handlers.talking.routing.route import About
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

_NO_QUESTION = lines(
    _("Nothing of mine is open that this answers. Nothing was stored."),
    _("Open again what it is about, and say it there. /help shows what you can do."),
)


def seek_score(turn: Turn, words: str) -> Sought[Target, TypedLine]:
    """Read whom `/score` is about. Raises Unclear, with buttons, for nothing behind it."""
    if not words.strip() and turn.scored_tracks:
        raise Unclear(*choose_student(turn))
    return seek_line(turn, without_courtesies(turn, words))


def seek_line(turn: Turn, text: str) -> Sought[Target, TypedLine]:
    """Read whom a line of scores is about: a student, or a class group by its whole name.

    Raises Misread, and Unclear for whoever scores nobody.
    """
    if not turn.scored_tracks:
        line = read_line(text)
        if (left := say_left(turn, line.name)) is not None:
            raise Unclear(Reply(left))
        if _answers_something(turn, line) and _has_questions(turn):
            raise Unclear(Reply(_NO_QUESTION, menu_button(turn)))
        raise Unclear(Reply(nobody(turn)))
    among: list[Target] = [*turn.scored_tracks, *groups_of(turn)]
    return replace(without_context(seek(text, among)), wholly=True)


def _has_questions(turn: Turn) -> bool:
    """Say whether somebody who scores nobody is asked for days and amounts, as coaches are.

    So are those who coach teachers or administer, and are around no student.
    """
    return bool(turn.coached_tracks) or (not turn.tracks and say_ended(turn) is None)


def _answers_something(turn: Turn, line: TypedLine) -> bool:
    """Say whether numbers are rather a day or an amount: without a mark, and of nobody here."""
    said = [token for part in line.parts for token in part.body]
    marked = reads_as_scores(line.text) and any(token.text[:1].isalpha() for token in said)
    return bool(said) and not marked and not _names_somebody(line.name, turn.coached_tracks)


def score(turn: Turn, target: Target, line: TypedLine) -> Replies:
    """Answer a line of scores; nothing is stored unless all of it is understood."""
    try:
        return _said_of(turn, line, target)
    except Misread as misread:
        return misread_line(turn, line.text, misread)


SCORES: About[Target, TypedLine] = About(seek_line, score)


def read_scores(turn: Turn, text: str) -> About[Any, Any] | Replies:
    """Read a line as scores; one that names nobody and has no number is not understood."""
    among: list[Target] = [*turn.scored_tracks, *groups_of(turn)]
    if in_front(text, among)[0]:
        return SCORES
    try:
        line = read_line(text)
    except Misread as misread:
        asked = turn.table.prose(turn, text) if text[:1].isalpha() else None
        return asked or misread_line(turn, text, misread)
    if line.parts or _names_somebody(line.name, among):
        return SCORES
    asked = turn.table.prose(turn, text)
    if asked is None and (left := _say_left(turn, text)) is not None:
        return [Reply(left)]
    return asked or not_understood(turn)


def _say_left(turn: Turn, text: str) -> Sayable | None:
    """Say who has left, where a text names them or this person has nobody else any more."""
    left = say_left_in(turn, text)
    return left if left or turn.scored_tracks or turn.coached_tracks else say_ended(turn)


def _names_somebody(name: str, among: Sequence[Target]) -> bool:
    if not name:
        return False
    meant = meant_by(name, among, name_of)
    return bool(meant.sure or meant.several or meant.near)


def _said_of(turn: Turn, line: TypedLine, target: Target) -> Replies:
    if isinstance(target, Group):
        return score_group(turn, line, target)
    if target.scoring_role is None:
        return [Reply(nobody(turn))]
    turn.remember(target)
    if not line.parts:
        return open_competences(turn, target)
    first = line.parts[0]
    if names_context(line):
        return begin_work(turn, target, context_of(line, turn.programme(target)))
    if len(line.parts) == 1 and not first.body:
        competence = competence_of(first, turn.programme(target))
        if first.indicator is None:
            return list_indicators(turn, target, competence)
        return begin_at(turn, target, competence, first)
    return record_line(turn, line, target)


def record_line(turn: Turn, line: TypedLine, track: Track, settled: Settled = ()) -> Replies:
    """Record a line that names its marks, or ask where it contradicts what stands."""
    sayings = read_sayings(line, turn.programme(track), turn.at, settled)
    if (reason := too_much(sayings)) is not None:
        raise Misread(reason)
    try:
        entry, recorded = record_typed(turn, track, sayings)
    except Contradiction as contradiction:
        return [_ask_about(turn, line, track, contradiction, settled)]
    return [confirm_stored(turn, track, recorded, entry)]


def record_typed(
    turn: Turn, track: Track, sayings: Sequence[Sayings]
) -> tuple[Entry, list[Recorded]]:
    """Record a line under the numbers of its competences; scores that are tapped go on.

    Raises Contradiction, with nothing stored.
    """
    numbers = ", ".join(str(said.competence.number) for said in sayings)
    occasion = turn.occasion(f"{first_name(track)} · {numbers}")
    seat = turn.seat(track)
    entry, stored = store_scores(turn.uow, seat, sayings, occasion)
    recorded = see_recorded(turn.uow, seat, turn.programme(track), sayings, stored)
    go_on_or_close(turn, {track: sayings})
    turn.recorded.append(entry.id)
    return entry, recorded


def _ask_about(
    turn: Turn, line: TypedLine, track: Track, clash: Contradiction, settled: Settled
) -> Reply:
    numbers = [
        f"{clash.competence.number}.{indicator.number}"
        for indicator in clash.competence.indicators
        if indicator.id in (clash.shown or clash.never)
    ]
    waiting = LineWaiting(
        line=line.text,
        track=track.id,
        settled=[coverage.value for coverage in settled],
        asks="shown" if clash.shown else "never",
        numbers=", ".join(numbers),
        source=turn.said.ref,
    )
    return ask_settling(turn, waiting, of_competence(track, clash.competence))


def ask_settling(turn: Turn, waiting: LineWaiting, about: Sayable) -> Reply:
    """Ask how a line that contradicts what stands is settled."""
    serial = turn.ask(waiting)
    question, ways = _settling(serial, shown=waiting.asks == "shown")
    text = lines(about, lines(waiting.numbers, question), _("Nothing was stored yet."))
    return Reply(text, (ways, (button(_("✕ cancel"), PutAway(serial)),)))


def _settling(serial: int, *, shown: bool) -> tuple[Sayable, tuple[Button, ...]]:
    if shown:
        return (
            _("You now say it is shown, but it stands as 'never' come up. How often did it?"),
            (
                button(_("sometimes"), SettleContradiction(serial, Coverage.SOMETIMES)),
                button(_("regularly"), SettleContradiction(serial, Coverage.REGULARLY)),
            ),
        )
    not_here = SettleContradiction(serial, Coverage.NOT_YET)
    return (
        _("You now say it never came up, but it stands as shown. Take that mastery away?"),
        (button(_("yes, not applicable here"), not_here),),
    )
