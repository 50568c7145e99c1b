"""Find what a tick may have to do in a world, before it looks at any of it."""

from collections.abc import Collection, Sequence

from bot.domain.days import day_of
from bot.domain.joining.sessions import LASTS as DEVICE_LASTS
from bot.domain.planning.gaps import BEFORE
from bot.domain.rights.noticing import NOTICE_VERSION
from bot.ports import UnitOfWork
from bot.ports.topics import Topic, Within
from bot.ports.worlds import World
from bot.use_cases.administering.files.drop_old_files import sent_before
from bot.use_cases.evaluating.deciding.plan_untold import noted_between
from bot.use_cases.joining.end_placements import first_day
from bot.use_cases.planning.campus.plan_questions import LASTS
from bot.use_cases.telling.deliver_here import page_of
from bot.use_cases.telling.personal_questions import COMES_WITHIN


def find_topics(uow: UnitOfWork, world: World, zones: Sequence[str]) -> Collection[Topic]:
    """Find the topics that may have something to do; the others have nothing for anybody."""
    since, before = noted_between(world.at)
    within = Within(
        today=first_day(world, zones),
        last_day=max(day_of(world.at, zone) for zone in zones or ("UTC",)),
        questions_since=world.at - LASTS,
        gaps_until=world.at + BEFORE,
        untold_since=since,
        untold_before=before,
        uncome_before=world.at - COMES_WITHIN,
        unused_since=world.at - DEVICE_LASTS,
        sent_before=sent_before(world.at),
        on_page=page_of(world),
        # The sample's people are told when they begin.
        notice_version=0 if world.sample else NOTICE_VERSION,
    )
    return uow.topics.list_stirring(world, within)
