"""What stands contested of a student, for the student and who sees it, and how it is ended."""

from collections.abc import Callable, Sequence

from bot.domain.rights.contesting import LONGEST, Contest
from bot.domain.school.tracks import Role, Track
from bot.messages import Button, Reply, Sayable, _, colon, lines, words
from bot.use_cases.rights.contesting.end_contest import (
    correct_contested_note,
    settle_contest,
    withdraw_contest,
)
from bot.use_cases.rights.contesting.see_contests import see_contests
from handlers.rights.contesting.asked import CorrectedWords, EndingWords
from handlers.rights.contesting.named import name_contested, quote_note, track_of
from handlers.rights.contesting.taps import (
    CorrectContestedNote,
    ListContests,
    SettleContest,
    WithdrawContest,
)
from handlers.talking.meaning.whom import nobody
from handlers.talking.phrases import ROLE_WORD, first_name
from handlers.talking.rights.contested import say_contest
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words

LISTED = 6
"""Contests in one message."""

ENDED = _("That has ended, or is not yours. /contest shows what stands.")


def list_standing(turn: Turn, track: Track) -> Replies:
    """Show what stands contested of a track, with what this person may do about each."""
    found = see_contests(turn.uow, turn.person.id, track)
    if not found:
        if Role.STUDENT in track.roles:
            return [Reply(_("You contest nothing at the moment."))]
        return [Reply(_("{student} contests nothing at the moment.", student=first_name(track)))]
    several = len(found) > 1
    said = [
        line
        for number, own in enumerate(found[:LISTED], 1)
        for line in (
            words(f"{number}:" if several else None, name_contested(turn, track, own.what)),
            quote_note(turn, track, own.what),
            say_contest(own, turn.person.id),
        )
    ]
    more = len(found) - LISTED
    rest = _("… and {count} more.", count=more) if more > 0 else None
    return [Reply(lines(*said, rest), _rows(turn, track, found[:LISTED]))]


def buttons_of(turn: Turn, track: Track, own: Contest, place: str = "") -> tuple[Button, ...]:
    """Offer what this person may do about one; of several it is said which, by its place."""
    if not own.stands:
        return ()
    offered = []
    if own.by_id == turn.person.id:
        offered.append(button(words(place or None, _("take it back")), WithdrawContest(own.id)))
    if _is_author(turn, own):
        said = _as(track, Role.TEACHER, _("say the note otherwise"))
        offered.append(button(words(place or None, said), CorrectContestedNote(own.id)))
    if Role.COACH in track.roles:
        said = _as(track, Role.COACH, _("note how it ended"))
        offered.append(button(words(place or None, said), SettleContest(own.id)))
    return tuple(offered)


def _as(track: Track, role: Role, label: Sayable) -> Sayable:
    """Say on a button as what it is done, to who is coach and teacher."""
    return words(colon(ROLE_WORD[role]), label) if track.in_two_roles else label


def tapped_list(turn: Turn, tap: ListContests) -> Replies:
    """Show what stands of a track."""
    track = turn.track(tap.track)
    return list_standing(turn, track) if track else [Reply(nobody(turn))]


def tapped_withdraw(turn: Turn, tap: WithdrawContest) -> Replies:
    """Take one's own back."""
    own, track = _found(turn, tap.contest)
    if own is None or track is None:
        return [Reply(ENDED)]
    what = name_contested(turn, track, own.what)
    if not withdraw_contest(turn.uow, turn.person.id, own, turn.at):
        return [Reply(ENDED)]
    return [Reply(lines(what, _("Taken back: you contest it no longer.")))]


def tapped_settle(turn: Turn, tap: SettleContest) -> Replies:
    """Ask a coach how it ended."""
    own, track = _found(turn, tap.contest)
    if own is None or track is None or Role.COACH not in track.roles or not own.stands:
        return [Reply(ENDED)]
    text = lines(
        name_contested(turn, track, own.what),
        _(
            "How did it end? Type it in a sentence: {student} and who said it read it.",
            student=first_name(track),
        ),
    )
    return await_words(turn, EndingWords(contest=own.id), text)


def typed_ending(turn: Turn, question: EndingWords, text: str) -> Replies:
    """Keep how it ended; it stays asked for where it is too long."""

    def settle(track: Track, own: Contest) -> object:
        return settle_contest(turn.uow, turn.person.id, track, own, text, turn.at)

    return _keep(turn, question.contest, text, settle)


def tapped_correct(turn: Turn, tap: CorrectContestedNote) -> Replies:
    """Ask the author what the note says from now on."""
    own, track = _found(turn, tap.contest)
    if own is None or track is None or not own.stands or not _is_author(turn, own):
        return [Reply(ENDED)]
    text = _(
        "What does the note say from now on? What it said before stays with what {student} says.",
        student=first_name(track),
    )
    return await_words(turn, CorrectedWords(contest=own.id), text)


def typed_correction(turn: Turn, question: CorrectedWords, text: str) -> Replies:
    """Let the note say it otherwise; it stays asked for where that is too long."""

    def correct(_track: Track, own: Contest) -> object:
        return correct_contested_note(turn.uow, turn.person.id, own, text, turn.at)

    return _keep(turn, question.contest, text, correct)


def _keep(
    turn: Turn, contest_id: int, text: str, keep: Callable[[Track, Contest], object]
) -> Replies:
    """Keep words about a contest, and say so; they stay asked for where they are too long."""
    if len(text) > LONGEST:
        return [Reply(_("That is too long: {most} characters at most.", most=LONGEST))]
    turn.close()
    own, track = _found(turn, contest_id)
    if own is None or track is None or not keep(track, own):
        return [Reply(ENDED)]
    what = name_contested(turn, track, own.what)
    return [Reply(lines(what, _("Kept, and told to those whom it concerns.")))]


def _is_author(turn: Turn, own: Contest) -> bool:
    note = turn.uow.contests.find_note(own.what.note_id) if own.what.note_id else None
    return note is not None and note.author_id == turn.person.id and not note.taken_back


def _found(turn: Turn, contest_id: int) -> tuple[Contest | None, Track | None]:
    """Find one that this person may see, with its track."""
    own = turn.uow.contests.find(contest_id)
    track = track_of(turn, own) if own else None
    if own is None or track is None:
        return None, None
    seen: Sequence[Contest] = see_contests(turn.uow, turn.person.id, track)
    return (own, track) if own in seen else (None, None)


def _rows(turn: Turn, track: Track, found: Sequence[Contest]) -> tuple[tuple[Button, ...], ...]:
    """Offer what may be done; of several each row is named by its number."""
    several = len(found) > 1
    rows = (
        buttons_of(turn, track, own, f"{number}:" if several else "")
        for number, own in enumerate(found, 1)
    )
    return tuple(row for row in rows if row)
