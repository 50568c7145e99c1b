"""A guardian's yes or no, noted by a coach or an administrator: how it was given, and when."""

from datetime import date

from bot.domain.folding import fold, in_one_of
from bot.domain.rights.noticing import GuardianState, GuardianWord
from bot.domain.school.naming import understood
from bot.domain.school.tracks import Role
from bot.messages import Button, Day, Reply, Sayable, _, colon, lines, words
from bot.ports.rights.guardians import GuardedStudent
from bot.use_cases.rights.noticing.note_guardian import (
    LONGEST,
    NotGuarded,
    list_guarded,
    note_guardian,
)
from handlers.rights.noticing.asked import GuardianAwaited
from handlers.rights.noticing.taps import NoteGuardian, ShowGuardian
from handlers.talking.meaning.dates import read_day
from handlers.talking.phrases import short
from handlers.talking.rights.held import day_said, say_waiting
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words

LISTED = 12
"""Students in one message."""

STATE = {
    GuardianState.ASKED: _("a guardian has not said yes yet"),
    GuardianState.AGREED: _("a guardian said yes"),
    GuardianState.REFUSED: _("a guardian said no"),
}

NOBODY = _("The roster says of none of your students that a guardian has to say yes.")
NOT_WAITING = _("The coach notes what a guardian says. Here nothing waits for it at the moment.")
NOT_YOURS = _("That is not yours to note, or no guardian is needed there.")


def show_guardians(turn: Turn, said: str) -> Replies:
    """Answer `/guardian`: of whom one is needed, and how it stands; with a name, of one student."""
    guarded = list_guarded(turn.uow, turn.person, turn.tracks)
    if not guarded:
        return [Reply(_say_of_none(turn))]
    wanted = fold(said).split()
    named = [own for own in guarded if in_one_of(understood(own.name), wanted)]
    if wanted and len(named) == 1:
        return [_shown(turn, named[0])]
    listed = named or guarded
    rows = tuple((button(short(own.name), ShowGuardian(own.id)),) for own in listed[:LISTED])
    told = (words(colon(own.name), STATE[own.state]) for own in listed[:LISTED])
    more = len(listed) - LISTED
    rest = _("… and {count} more.", count=more) if more > 0 else None
    return [Reply(lines(*told, rest), rows)]


def _say_of_none(turn: Turn) -> Sayable:
    """Say to who notes for nobody why: where others note it, that these do."""
    coaches = any(Role.COACH in track.roles for track in turn.tracks)
    if coaches or turn.uow.administrators.is_one(turn.person.id):
        return NOBODY
    return say_waiting(turn) or NOT_WAITING


def tapped_guardian(turn: Turn, tap: ShowGuardian) -> Replies:
    """Show how it stands with one student."""
    own = _find(turn, tap.student)
    return [_shown(turn, own)] if own else [Reply(NOT_YOURS)]


def tapped_note(turn: Turn, tap: NoteGuardian) -> Replies:
    """Ask how it was given, and when."""
    own = _find(turn, tap.student)
    if own is None:
        return [Reply(NOT_YOURS)]
    question = GuardianAwaited(student=own.id, agreed=tap.said == "yes")
    return await_words(
        turn,
        question,
        _(
            "How was it said, and on which day? Type for instance: on paper, {day}. Without a day "
            "it is today.",
            day=f"{turn.today:%d/%m/%Y}",
        ),
    )


def typed_guardian(turn: Turn, question: GuardianAwaited, text: str) -> Replies:
    """Note it; the last words may be the day."""
    how, on = _read(text, turn.today)
    if not how or len(how) > LONGEST or on > turn.today:
        again = _("Say how it was given, in a few words, and a day that is not still to come.")
        return [Reply(again)]
    turn.close()
    word = GuardianWord(question.agreed, how, on)
    try:
        own = note_guardian(turn.uow, turn.person, turn.tracks, question.student, word, turn.at)
    except NotGuarded:
        return [Reply(NOT_YOURS)]
    return [Reply(lines(_("Noted."), _stands(turn, own)), _offered(own))]


def _read(text: str, today: date) -> tuple[str, date]:
    said = text.split()
    for length in (3, 2, 1):  # 3 September 2026, 3 September, 3/9/2026
        written = " ".join(said[-length:]).strip(".,;")
        day = read_day(written) or _read_past(written, today)
        if day is not None and len(said) > length:
            return " ".join(said[:-length]).strip(" ,;:"), day
    return text.strip(), today


def _read_past(written: str, today: date) -> date | None:
    """Read a day without its year: the last one of that name."""
    days = (read_day(f"{written} {year}") for year in (today.year, today.year - 1))
    return next((day for day in days if day and day <= today), None)


def _find(turn: Turn, student_id: int) -> GuardedStudent | None:
    found = list_guarded(turn.uow, turn.person, turn.tracks)
    return next((own for own in found if own.id == student_id), None)


def _shown(turn: Turn, own: GuardedStudent) -> Reply:
    return Reply(_stands(turn, own), _offered(own))


def _stands(turn: Turn, own: GuardedStudent) -> Sayable:
    follows = (
        _("Scores and questions may begin.")
        if own.state.lets_begin
        else _("Nothing is scored or asked until a guardian says yes.")
    )
    said = (
        words(
            _("yes") if word.agreed else _("no"),
            word.how,
            Day(day_said(word.on, turn.person.time_zone)),
            by=" · ",
        )
        for word in turn.uow.guardians.list_words(own.id)
    )
    return lines(words(colon(own.name), STATE[own.state]), follows, *said)


def _offered(own: GuardedStudent) -> tuple[tuple[Button, ...], ...]:
    yes = button(_("said yes"), NoteGuardian(own.id, "yes"))
    no = button(_("said no"), NoteGuardian(own.id, "no"))
    back = button(_("takes it back"), NoteGuardian(own.id, "no"))
    if own.state is GuardianState.AGREED:
        return ((back,),)
    return ((yes, no),) if own.state is GuardianState.ASKED else ((yes,),)
