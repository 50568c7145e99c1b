"""Leave a teacher out of the instruction that was planned or held for several."""

from bot.domain.inducting.steps import InductionStep
from bot.ports import UnitOfWork
from bot.ports.acts import Act, Doer
from bot.use_cases.inducting.plan_step import call_off_step
from bot.use_cases.inducting.see_starters import StarterStanding


def leave_out(uow: UnitOfWork, standing: StarterStanding, by: Doer) -> bool:
    """Let the instruction be still to come for one; says whether they are told that it is off.

    Who was not there hears nothing.
    """
    if standing.is_held(InductionStep.TOGETHER):
        session = standing.sessions[InductionStep.TOGETHER]
        uow.inductions.reopen(session.id)
        uow.inductions.call_off(session.id, by.at)
        uow.acts.record(by.person_id, Act.STARTER, by.at, standing.starter.name)
        return False
    return bool(call_off_step(uow, standing, InductionStep.TOGETHER, by))
