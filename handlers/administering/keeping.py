"""How long a programme keeps what was said and photos: chosen by a tap, with what it means."""

from bot.domain.rights.retention import AHEAD, Keeping
from bot.messages import Button, Reply, Sayable, _, _n, lines
from bot.use_cases.rights.change_keeping import (
    ProgrammeKeeping,
    UnfitKeeping,
    change_keeping,
    list_keepings,
)
from handlers.administering.people import BACK
from handlers.administering.taps import SetKeeping, ShowKeeping, ShowKeepings
from handlers.scoring.taps import UndoEntry
from handlers.talking.phrases import short, ticked
from handlers.talking.routing.doors import OpenAdmin
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

MONTHS = (12, 24, 36, 60)
PHOTO_MONTHS = (24, 60, 120, 240)
"""What can be tapped; the command line takes any number."""

AT_MOST = 12
"""Programmes shown at once."""

GONE = _("This programme is not there any more.")


def tapped_keepings(turn: Turn, _tap: ShowKeepings) -> Replies:
    """Show for how long each programme keeps what; one alone at once with the choices."""
    known = list_keepings(turn.uow, turn.person.organisation_id)
    if len(known) == 1:
        return [_draw(known[0])]
    text = lines(
        _("Of which programme?") if known else _("There is no programme yet: read a roster in."),
        *(lines(own.title, _held(own.keeping)) for own in known[:AT_MOST]),
    )
    rows = [(button(short(own.title), ShowKeeping(own.programme_id)),) for own in known[:AT_MOST]]
    return [Reply(text, (*rows, (_back(),)), edit=True)]


def tapped_keeping(turn: Turn, tap: ShowKeeping) -> Replies:
    """Show for how long a programme keeps what, with what can be chosen."""
    found = _find(turn, tap.programme)
    return [_draw(found) if found else Reply(GONE, ((_back(),),))]


def tapped_set_keeping(turn: Turn, tap: SetKeeping) -> Replies:
    """Choose for how long a programme keeps what."""
    found, keeping = _find(turn, tap.programme), Keeping(tap.months, tap.photo_months)
    if found is None:
        return [Reply(GONE, ((_back(),),))]
    try:
        entry = change_keeping(turn.uow, turn.person, tap.programme, keeping, turn.at)
    except UnfitKeeping:
        return [_draw(found, _("Photos are kept no shorter than what was said."))]
    if entry is None:
        return [_draw(found)]
    text = lines(
        found.title,
        _held(keeping),
        _("This holds from now on, also for those who left before. What was erased stays so."),
    )
    choose = button(_("choose otherwise"), ShowKeeping(tap.programme))
    rows = ((button(_("↩ Undo"), UndoEntry(entry)),), (choose,), (_back(),))
    return [Reply(text, rows, edit=True)]


def _find(turn: Turn, programme_id: int) -> ProgrammeKeeping | None:
    known = list_keepings(turn.uow, turn.person.organisation_id)
    return next((own for own in known if own.programme_id == programme_id), None)


def _draw(found: ProgrammeKeeping, said: Sayable | None = None) -> Reply:
    keeping = found.keeping
    text = lines(
        said,
        found.title,
        _held(keeping),
        _("Counted from the day on which a student’s track ends. Then scores, notes and answers "
          "are erased. Photos and decisions lose their words later; their sums stay."),
        _n(
            "It is announced {count} day before, and a coach or you can keep a track longer.",
            "It is announced {count} days before, and a coach or you can keep a track longer.",
            AHEAD.days,
        ),
    )  # fmt: skip
    rows = (*_choices(found), (_back(),))
    return Reply(text, rows, edit=True)


def _choices(found: ProgrammeKeeping) -> tuple[tuple[Button, ...], ...]:
    """Offer months of what was said, in two rows, and of photos that are no shorter."""
    keeping = found.keeping
    said = [
        _choice(
            found,
            Keeping(months, max(months, keeping.photo_months)),
            _n("said: {count} month", "said: {count} months", months),
            chosen=months == keeping.months,
        )
        for months in MONTHS
    ]
    photos = [
        _choice(
            found,
            Keeping(keeping.months, months),
            _n("photos: {count} month", "photos: {count} months", months),
            chosen=months == keeping.photo_months,
        )
        for months in PHOTO_MONTHS
        if months >= keeping.months
    ]
    return (*_in_pairs(said), *_in_pairs(photos))


def _choice(found: ProgrammeKeeping, keeping: Keeping, label: Sayable, *, chosen: bool) -> Button:
    tap = SetKeeping(found.programme_id, keeping.months, keeping.photo_months)
    return button(ticked(label, chosen=chosen), tap)


def _in_pairs(buttons: list[Button]) -> list[tuple[Button, ...]]:
    return [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]


def _held(keeping: Keeping) -> Sayable:
    return lines(
        _n(
            "What was said is kept for {count} month.",
            "What was said is kept for {count} months.",
            keeping.months,
        ),
        _n(
            "Photos and decisions keep their words for {count} month.",
            "Photos and decisions keep their words for {count} months.",
            keeping.photo_months,
        ),
    )


def _back() -> Button:
    return button(BACK, OpenAdmin())
