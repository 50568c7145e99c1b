"""All that is kept, section by section, as it holds for whoever asks."""

from collections.abc import Callable, Mapping

from bot.domain.rights.noticing import PrivacyNotice
from bot.domain.school.tracks import PERSPECTIVES, Role
from bot.messages import Button, Reply, Sayable, _, lines
from bot.showing.privacy.sections import (
    COMPLAINT,
    LOOKS_ARE_SEEN,
    LOOKS_SHOW,
    NOT_KEPT,
    NOT_SOLD,
    OF_COACHES,
    OF_EVERYBODY,
    OF_SCORERS,
    OF_STUDENTS,
    OPERATOR_SEES,
    SAID_BEFORE,
    SECTION_TITLE,
    WHERE_IT_GOES,
    PrivacySection,
)
from bot.showing.words.readers import SEEN_BY
from bot.use_cases.rights.noticing.note_told import note_told
from bot.use_cases.rights.noticing.see_notice import see_notice
from handlers.rights.noticing.taps import ShowPrivacy
from handlers.talking.helping.help import list_commands
from handlers.talking.rights.notice import say_how_long, say_notice, say_whom
from handlers.talking.routing.route import EVERYBODY
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

COMMANDS = ("mydata", "forget", "contest", "looks")
"""By what people ask for what is theirs."""

Lines = list[Sayable]


def show_privacy(turn: Turn, _words: str) -> Replies:
    """Answer `/privacy`: the notice in short, and buttons to each section of the whole."""
    note_told(turn.uow, turn.person, turn.at)
    return [_short(turn, edit=False)]


def tapped_privacy(turn: Turn, tap: ShowPrivacy) -> Replies:
    """Show a section in the place of the one before."""
    if tap.section is None:
        return [_short(turn, edit=True)]
    notice = see_notice(turn.uow, turn.person, turn.tracks)
    roles = frozenset(role for track in turn.tracks for role in track.roles)
    said = _SAYS[tap.section](turn, roles, notice)
    return [Reply(lines(SECTION_TITLE[tap.section], *said), _buttons(tap.section), edit=True)]


def _short(turn: Turn, *, edit: bool) -> Reply:
    said = say_notice(turn, in_full=True)
    return Reply(lines(*said), _buttons(None), edit=edit)


def _buttons(shown: PrivacySection | None) -> tuple[tuple[Button, ...], ...]:
    others = [
        button(SECTION_TITLE[section], ShowPrivacy(section))
        for section in PrivacySection
        if section is not shown
    ]
    short = [button(_("in short"), ShowPrivacy())] if shown else []
    every = [*others, *short]
    return tuple(tuple(every[at : at + 2]) for at in range(0, len(every), 2))


def _kept(_turn: Turn, roles: frozenset[Role], _notice: PrivacyNotice) -> Lines:
    said: Lines = [*OF_EVERYBODY]
    if Role.STUDENT in roles:
        said += OF_STUDENTS
    elif roles & set(PERSPECTIVES):
        said.append(OF_SCORERS)
    if Role.COACH in roles:
        said.append(OF_COACHES)
    here = _("What you and I write to each other here, and on which devices you are in.")
    return [*said, here, NOT_KEPT]


def _seen(_turn: Turn, roles: frozenset[Role], _notice: PrivacyNotice) -> Lines:
    return [
        *[SEEN_BY[role] for role in Role if role in roles],
        OPERATOR_SEES,
        LOOKS_SHOW if roles & {Role.STUDENT, Role.COACH} else LOOKS_ARE_SEEN,
        NOT_SOLD,
    ]


def _long(_turn: Turn, _roles: frozenset[Role], notice: PrivacyNotice) -> Lines:
    return [say_how_long(notice), SAID_BEFORE]


def _places(_turn: Turn, _roles: frozenset[Role], _notice: PrivacyNotice) -> Lines:
    return [*WHERE_IT_GOES]


def _rights(turn: Turn, roles: frozenset[Role], notice: PrivacyNotice) -> Lines:
    return [*list_commands(turn, roles or EVERYBODY, COMMANDS), COMPLAINT, say_whom(notice)]


_SAYS: Mapping[PrivacySection, Callable[[Turn, frozenset[Role], PrivacyNotice], Lines]] = {
    PrivacySection.KEPT: _kept,
    PrivacySection.SEEN: _seen,
    PrivacySection.LONG: _long,
    PrivacySection.PLACES: _places,
    PrivacySection.RIGHTS: _rights,
}
