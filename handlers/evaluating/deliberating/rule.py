"""The rule of a programme's result: shown to its coach, and stated in a few taps and words."""

from fractions import Fraction

from bot.domain.evaluating.exact import read_percent
from bot.domain.evaluating.workplace_rule import BrokenRule, RuleKind, SaidWeights, read_weights
from bot.domain.school.frameworks import Programme
from bot.messages import Button, Reply, _, lines, words
from bot.showing.words.scores.results import RULE_WORD
from bot.use_cases.evaluating.deliberating.state_rule import (
    NoCoach,
    UnfitRule,
    coaches,
    make_rule,
    state_rule,
)
from handlers.evaluating.deliberating.asked import MarkAwaited, WeightsAwaited
from handlers.evaluating.deliberating.listed import NO_RESULT_HERE
from handlers.evaluating.deliberating.taps import ShowWorkplaceRule, StateWorkplaceRule
from handlers.evaluating.phrases import explain_unfit, one_answer, say_rule
from handlers.scoring.taps import UndoEntry
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

NOT_YOURS = _("The coach states this rule. Nothing was changed.")

KIND_BUTTON = {
    RuleKind.SHARE: _("what is acquired of the training plan"),
    RuleKind.WEIGHTED: _("the same, with weights"),
    RuleKind.ENTERED: _("people enter it"),
}


def tapped_rule(turn: Turn, tap: ShowWorkplaceRule) -> Replies:
    """Show a programme's rule, with the ways to state one."""
    if not coaches(turn.uow, turn.person.id, tap.programme):
        return [Reply(NOT_YOURS)]
    return [offer(turn, _show(turn, turn.uow.tracks.read_programme(tap.programme)))]


def _show(turn: Turn, programme: Programme) -> Reply:
    stated = turn.uow.workplace_results.read_rule(programme.id)
    weights = []
    if stated is not None:
        found = ((own, stated.rule.weights.get(own.id)) for own in programme.competences)
        weights = [f"{own.number} {own.title}: {weight}" for own, weight in found if weight]
    question = _("How does the result at the workplace come about? You choose; nothing is assumed.")
    text = lines(
        words(programme.title, _("result at the workplace"), by=" · "),
        say_rule(stated) if stated else NO_RESULT_HERE,
        *weights,
        question,
    )
    rows: list[tuple[Button, ...]] = [
        (button(label, StateWorkplaceRule(programme.id, kind)),)
        for kind, label in KIND_BUTTON.items()
    ]
    return Reply(text, tuple(rows))


def tapped_kind(turn: Turn, tap: StateWorkplaceRule) -> Replies:
    """Ask for the mark to reach of a rule of this kind."""
    if not coaches(turn.uow, turn.person.id, tap.programme):
        return [Reply(NOT_YOURS)]
    asked = MarkAwaited(programme=tap.programme, rule=tap.rule.value)
    turn.ask(asked)
    return [ask_mark(turn, asked)]


def ask_mark(turn: Turn, asked: MarkAwaited) -> Reply:
    """Ask for the mark to reach."""
    return Reply(
        lines(
            _("The rule: {rule}.", rule=RULE_WORD[RuleKind(asked.rule)]),
            _(
                "What is the mark to reach, in percent of the workplace’s total? Type a number, "
                "such as 62.5."
            ),
        )
    )


def is_number(text: str) -> bool:
    """Say whether words are a number, or meant as one: one word, or nothing but signs of one."""
    return read_percent(text) is not None or one_answer(text)


def take_mark(turn: Turn, asked: MarkAwaited, text: str) -> Replies:
    """Take the mark to reach, and store the rule or ask for its weights."""
    mark, kind = read_percent(text), RuleKind(asked.rule)
    if mark is None or not 0 < mark <= 100:
        turn.keep(asked)
        return [Reply(explain_unfit(UnfitRule(BrokenRule.MARK)))]
    if kind is not RuleKind.WEIGHTED:
        return _store(turn, asked.programme, kind, mark, None)
    if not coaches(turn.uow, turn.person.id, asked.programme):
        return [Reply(NOT_YOURS)]
    waits = WeightsAwaited(programme=asked.programme, to_reach=str(mark))
    turn.ask(waits)
    return [ask_weights(turn, waits)]


def ask_weights(turn: Turn, asked: WeightsAwaited) -> Reply:
    """Ask for the weights of a programme's competences."""
    competences = turn.uow.tracks.read_programme(asked.programme).competences
    example = ", ".join(f"{own.number}=2" for own in competences[:2])
    return Reply(
        lines(
            *(f"{own.number} {own.title}" for own in competences),
            _(
                "How much does each count? Type whole numbers, such as: {example}, rest=1",
                example=example,
            ),
        )
    )


def are_weights(text: str) -> bool:
    """Say whether words are weights, or meant as such."""
    return "=" in text


def take_weights(turn: Turn, asked: WeightsAwaited, text: str) -> Replies:
    """Take the weights, and store the rule."""
    said = read_weights(text)
    if said is None:
        turn.keep(asked)
        not_read = _("I do not understand these weights. Nothing was stored yet.")
        shown = ask_weights(turn, asked)
        return [Reply(lines(not_read, shown.text))]
    return _store(turn, asked.programme, RuleKind.WEIGHTED, Fraction(asked.to_reach), said)


def _store(
    turn: Turn, programme_id: int, kind: RuleKind, mark: Fraction, weights: SaidWeights | None
) -> Replies:
    if not coaches(turn.uow, turn.person.id, programme_id):
        return [Reply(NOT_YOURS)]
    programme = turn.uow.tracks.read_programme(programme_id)
    try:
        rule = make_rule(programme, kind, mark, weights)
        entry = state_rule(turn.uow, programme, rule, turn.at, turn.person.id)
    except UnfitRule as unfit:
        if weights is not None and turn.question is not None:
            turn.keep(turn.question)
        return [Reply(explain_unfit(unfit))]
    except NoCoach:
        return [Reply(NOT_YOURS)]
    turn.close()
    stated = turn.uow.workplace_results.read_rule(programme.id)
    undo = ((button(_("↩ Undo"), UndoEntry(entry)),),) if entry else ()
    head = words(programme.title, _("result at the workplace"), by=" · ")
    return [Reply(lines(_("Noted."), head, say_rule(stated) if stated else None), undo)]
