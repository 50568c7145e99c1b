"""The short notice: what is kept of somebody, who sees it, how long, and whom to ask."""

from bot.domain.languages import spoken
from bot.domain.matching.intakes import KEPT_DAYS
from bot.domain.rights.noticing import PrivacyNotice
from bot.domain.school.offices import Office
from bot.domain.school.tracks import PERSPECTIVES, Role
from bot.messages import Sayable, _, _n, listed
from bot.showing.words.readers import SEEN_BY
from bot.use_cases.rights.noticing.see_notice import see_notice
from handlers.talking.turn import Turn

_STORED = _("I store what you score and write, with your name and the time, for the school.")
_STORED_OF_COACH = _("I store what you write, with your name and the time, for the school.")
_ABOUT_YOU = _("I also store what your mentors and teachers score and note about you.")
_OF_AN_INTAKE = _n(
    "All that is said in an intake is erased {count} day after its end.",
    "All that is said in an intake is erased {count} days after its end.",
    KEPT_DAYS,
)
_NOBODY = _("No student is linked to you at the moment, so there is nothing for you to do yet.")


def say_notice(turn: Turn, *, in_full: bool = False) -> list[Sayable]:
    """Say it in a few lines, as it holds for the roles and the offices of this person.

    What is `in_full` stands beside all the rest, and does not lead there.
    """
    roles = {role for track in turn.tracks for role in track.roles}
    notice = see_notice(turn.uow, turn.person, turn.tracks)
    return [
        _STORED
        if roles & set(PERSPECTIVES)
        else _STORED_OF_COACH
        if roles or turn.offices
        else _NOBODY,
        *([_ABOUT_YOU] if Role.STUDENT in roles else []),
        *[SEEN_BY[role] for role in Role if role in roles],
        say_how_long(notice) if roles or turn.offices != {Office.INTAKE} else _OF_AN_INTAKE,
        say_whom(notice),
        *([] if in_full else [_("/privacy tells all of it.")]),
        *link_to_page(turn),
    ]


def link_to_page(turn: Turn) -> list[Sayable]:
    """Link the page that tells all of it, in the reader's language; nothing without a page."""
    address = turn.uow.page_address.rstrip("/")
    if not address:
        return []
    link = f"{address}/privacy?lang={spoken(turn.person.language)}"
    return [_("On a page to read: {link}", link=link)]


def say_how_long(notice: PrivacyNotice) -> Sayable:
    """Say until when it is kept."""
    return _(
        "It is kept for {months} after a training has ended, photos of a period for "
        "{photo_months}; then it is erased.",
        months=_months(notice.months),
        photo_months=_months(notice.photo_months),
    )


def _months(count: int) -> Sayable:
    return _n("{count} month", "{count} months", count)


def say_whom(notice: PrivacyNotice) -> Sayable:
    """Say whom to ask."""
    if notice.contact:
        return _("Questions about it? {contact}.", contact=notice.contact.rstrip("."))
    if notice.coaches:
        return _("Questions about it? Ask {names}.", names=listed(notice.coaches))
    return _("Questions about it? Ask your school.")
