"""In which education a programme stands: chosen by a tap, with the agreement that it asks for."""

from bot.domain.school.frameworks import Setting
from bot.messages import Button, Reply, Sayable, Text, _, lines, words
from bot.use_cases.agreeing.set_education import (
    ProgrammeEducation,
    change_education,
    list_educations,
)
from handlers.administering.keeping import AT_MOST, GONE
from handlers.administering.people import BACK
from handlers.administering.taps import SetEducation, ShowEducation, ShowEducations
from handlers.scoring.taps import UndoEntry
from handlers.talking.phrases import short, ticked
from handlers.talking.routing.doors import OpenAdmin
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

SETTING_WORD: dict[Setting, Text] = {
    Setting.COMPULSORY: _("compulsory education"),
    Setting.ENTREPRENEURIAL: _("entrepreneurial training"),
    Setting.HIGHER: _("higher education"),
}
MEANS: dict[Setting, Text] = {
    Setting.COMPULSORY: _(
        "from 20 hours a week at work on a paid agreement (OAO), below that an unpaid one (SAO); "
        "the workplace has to be recognised."
    ),
    Setting.ENTREPRENEURIAL: _("an engagement statement of the company."),
    Setting.HIGHER: _("an agreement of institution, company and student."),
}
"""What each choice asks of a placement."""


def tapped_educations(turn: Turn, _tap: ShowEducations) -> Replies:
    """Show in which education each programme stands; one alone at once with the choices."""
    known = list_educations(turn.uow, turn.person.organisation_id)
    if len(known) == 1:
        return [_draw(known[0])]
    text = lines(
        _("Of which programme?") if known else _("There is no programme yet: read a roster in."),
        *(words(own.title, "·", _held(own)) for own in known[:AT_MOST]),
    )
    rows = [(button(short(own.title), ShowEducation(own.programme_id)),) for own in known[:AT_MOST]]
    return [Reply(text, (*rows, (_back(),)), edit=True)]


def tapped_education(turn: Turn, tap: ShowEducation) -> Replies:
    """Show in which education a programme stands, with what can be chosen."""
    found = _find(turn, tap.programme)
    return [_draw(found) if found else Reply(GONE, ((_back(),),))]


def tapped_set_education(turn: Turn, tap: SetEducation) -> Replies:
    """Choose in which education a programme stands."""
    found = _find(turn, tap.programme)
    if found is None:
        return [Reply(GONE, ((_back(),),))]
    entry = change_education(turn.uow, turn.person, tap.programme, tap.setting, turn.at)
    if entry is None:
        return [_draw(found)]
    text = lines(
        words(found.title, "·", SETTING_WORD[tap.setting]),
        _("From now on coaches see with /agreement what each placement needs."),
    )
    choose = button(_("choose otherwise"), ShowEducation(tap.programme))
    rows = ((button(_("↩ Undo"), UndoEntry(entry)),), (choose,), (_back(),))
    return [Reply(text, rows, edit=True)]


def _find(turn: Turn, programme_id: int) -> ProgrammeEducation | None:
    known = list_educations(turn.uow, turn.person.organisation_id)
    return next((own for own in known if own.programme_id == programme_id), None)


def _draw(found: ProgrammeEducation) -> Reply:
    text = lines(
        words(found.title, "·", _held(found)),
        _("Where it stands says which agreement a placement needs:"),
        *(words("• ", SETTING_WORD[own], ": ", MEANS[own], by="") for own in Setting),
    )
    rows = tuple(
        (
            button(
                ticked(SETTING_WORD[own], chosen=own is found.setting),
                SetEducation(found.programme_id, own),
            ),
        )
        for own in Setting
    )
    return Reply(text, (*rows, (_back(),)), edit=True)


def _held(found: ProgrammeEducation) -> Sayable:
    return SETTING_WORD[found.setting] if found.setting else _("not said yet")


def _back() -> Button:
    return button(BACK, OpenAdmin())
