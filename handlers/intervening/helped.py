"""Whether an intervention helped: asked once, four weeks later."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.intervening.interventions import Helped, InterventionAbout, OwnIntervention
from bot.messages import MessageKind, Quoted, Reply, _, lines, words
from bot.ports.telling.errands import Errand
from bot.showing.words.intervening.interventions import HELPED_WORD
from bot.use_cases.intervening.judge_intervention import judge_intervention, say_outcome
from bot.use_cases.intervening.note_intervention import TooLongSaid
from bot.use_cases.intervening.see_interventions import find_own
from handlers.intervening.asked import OutcomeAwaited
from handlers.intervening.interventions import judging, show_intervention
from handlers.intervening.noting import say_too_long
from handlers.intervening.phrases import (
    NOT_YOUR_INTERVENTION,
    actor_of,
    name_target,
)
from handlers.intervening.taps import (
    JudgeIntervention,
    ShowIntervention,
    UnjudgeIntervention,
    WriteOutcome,
)
from handlers.talking.phrases import short
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words

BY_BUTTON = 3
"""Interventions of which one message asks: more are found with /intervention."""


def tell_follow_up(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Ask whether what was done four weeks ago helped; nothing where that was said by now."""
    actor = actor_of(turn)
    found = [find_own(turn.uow, actor, errand.about_id or 0) for errand in errands]
    asked = [own for own in found if own is not None and own.helped is None][:BY_BUTTON]
    if not asked:
        return None
    if len(asked) == 1:
        (own,) = asked
        about = name_target(turn, own.target, own.named)
        text = lines(
            _("Four weeks ago you did this about {what}:", what=about),
            Quoted(short(own.words, 200)),
            _("Did it help?"),
        )
        return MessagePart(text, judging(own), MessageKind.QUESTION)
    text = lines(
        _("Four weeks ago you did this. Did it help? Tap one to say so."),
        *(words("•", Quoted(short(own.words, 80))) for own in asked),
    )
    rows = tuple((button(short(own.words), ShowIntervention(own.id)),) for own in asked)
    return MessagePart(text, rows, MessageKind.QUESTION)


def tapped_judge(turn: Turn, tap: JudgeIntervention) -> Replies:
    """Note whether it helped, and offer to say what came of it."""
    own = find_own(turn.uow, actor_of(turn), tap.intervention)
    if own is None:
        return [NOT_YOUR_INTERVENTION]
    helped = Helped(tap.helped)
    judge_intervention(turn.uow, own, helped, turn.at)
    text = lines(Quoted(short(own.words, 200)), words(_("Stored:"), HELPED_WORD[helped]))
    rows = (
        (button(_("what came of it …"), WriteOutcome(own.id)),),
        (button(_("↩ Undo"), UnjudgeIntervention(own.id)),),
    )
    return [Reply(text, rows, edit=True)]


def tapped_unjudge(turn: Turn, tap: UnjudgeIntervention) -> Replies:
    """Take back whether it helped."""
    own = find_own(turn.uow, actor_of(turn), tap.intervention)
    if own is None:
        return [NOT_YOUR_INTERVENTION]
    judge_intervention(turn.uow, own, None, turn.at)
    now = replace(own, helped=None, outcome="")
    return [replace(show_intervention(turn, now, _("Taken back.")), edit=True)]


def tapped_outcome(turn: Turn, tap: WriteOutcome) -> Replies:
    """Ask what came of it."""
    own = find_own(turn.uow, actor_of(turn), tap.intervention)
    if own is None:
        return [NOT_YOUR_INTERVENTION]
    awaited = OutcomeAwaited(intervention=own.id, track=_track_of(own))
    return await_words(turn, awaited, _("What came of it? Type it in your own words."))


def typed_outcome(turn: Turn, question: OutcomeAwaited, text: str) -> Replies:
    """Keep what came of it."""
    own = find_own(turn.uow, actor_of(turn), question.intervention)
    if own is None:
        turn.close()
        return [NOT_YOUR_INTERVENTION]
    try:
        say_outcome(turn.uow, own, text.strip(), turn.at)
    except TooLongSaid:
        return [Reply(say_too_long(text))]
    turn.close()
    return [show_intervention(turn, replace(own, outcome=text.strip()), _("Stored."))]


def _track_of(own: OwnIntervention) -> int:
    return own.target.id if own.target.about is InterventionAbout.STUDENT else 0
