"""What counts of what was learned before in a programme: chosen by a tap, with what it means."""

from bot.domain.school.frameworks import PriorRule
from bot.messages import Button, Reply, Text, _, lines, words
from bot.use_cases.recognising.set_prior_rule import (
    ProgrammePriorRule,
    change_prior_rule,
    list_prior_rules,
)
from handlers.administering.keeping import AT_MOST, GONE
from handlers.administering.people import BACK
from handlers.administering.taps import SetPriorRule, ShowPriorRule, ShowPriorRules
from handlers.scoring.taps import UndoEntry
from handlers.talking.phrases import short, ticked
from handlers.talking.routing.doors import OpenAdmin
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

RULE_WORD: dict[PriorRule, Text] = {
    PriorRule.SHOWN: _("only shown"),
    PriorRule.COVERED: _("as come up"),
    PriorRule.ACQUIRED: _("as acquired"),
}
MEANS: dict[PriorRule, Text] = {
    PriorRule.SHOWN: _("it stands beside the views, and counts for nothing else."),
    PriorRule.COVERED: _("what has come up before is no gap of the student any more."),
    PriorRule.ACQUIRED: _(
        "the campus need not teach it to the student, and it is asked last; a competence is "
        "acquired where enough of it is."
    ),
}
"""What each choice does; no score, no colour and no bar of anybody changes by any of them."""


def tapped_prior_rules(turn: Turn, _tap: ShowPriorRules) -> Replies:
    """Show what each programme counts; one alone at once with the choices."""
    known = list_prior_rules(turn.uow, turn.person.organisation_id)
    if len(known) == 1:
        return [_draw(known[0])]
    text = lines(
        _("Of which programme?") if known else _("There is no programme yet: read a roster in."),
        *(words(own.title, "·", RULE_WORD[own.rule]) for own in known[:AT_MOST]),
    )
    rows = [(button(short(own.title), ShowPriorRule(own.programme_id)),) for own in known[:AT_MOST]]
    return [Reply(text, (*rows, (_back(),)), edit=True)]


def tapped_prior_rule(turn: Turn, tap: ShowPriorRule) -> Replies:
    """Show what a programme counts, with what can be chosen."""
    found = _find(turn, tap.programme)
    return [_draw(found) if found else Reply(GONE, ((_back(),),))]


def tapped_set_prior_rule(turn: Turn, tap: SetPriorRule) -> Replies:
    """Choose what a programme counts."""
    found = _find(turn, tap.programme)
    if found is None:
        return [Reply(GONE, ((_back(),),))]
    entry = change_prior_rule(turn.uow, turn.person, tap.programme, tap.rule, turn.at)
    if entry is None:
        return [_draw(found)]
    text = lines(
        words(found.title, "·", RULE_WORD[tap.rule]),
        _(
            "Reports and planning count it so from now on. Photos keep what held when they were "
            "made."
        ),
    )
    choose = button(_("choose otherwise"), ShowPriorRule(tap.programme))
    rows = ((button(_("↩ Undo"), UndoEntry(entry)),), (choose,), (_back(),))
    return [Reply(text, rows, edit=True)]


def _find(turn: Turn, programme_id: int) -> ProgrammePriorRule | None:
    known = list_prior_rules(turn.uow, turn.person.organisation_id)
    return next((own for own in known if own.programme_id == programme_id), None)


def _draw(found: ProgrammePriorRule) -> Reply:
    text = lines(
        words(found.title, "·", RULE_WORD[found.rule]),
        _("What a student had learned before, and teacher and coach confirmed, counts:"),
        *(words("• ", RULE_WORD[own], ": ", MEANS[own], by="") for own in PriorRule),
    )
    rows = tuple(
        (
            button(
                ticked(RULE_WORD[own], chosen=own is found.rule),
                SetPriorRule(found.programme_id, own),
            ),
        )
        for own in PriorRule
    )
    return Reply(text, (*rows, (_back(),)), edit=True)


def _back() -> Button:
    return button(BACK, OpenAdmin())
