"""Choose from where on a programme hears of a difference."""

from collections.abc import Mapping

from bot.domain.divergence.thresholds import Thresholds
from bot.ports import UnitOfWork


def choose_thresholds(
    uow: UnitOfWork,
    organisation_id: int,
    programme_id: int,
    chosen: Mapping[str, float | int | bool],
    *,
    from_defaults: bool,
) -> Thresholds:
    """Set what a programme chooses, beside what it chose before or beside the defaults.

    `chosen` goes by the names of the thresholds, spans in seconds. Returns what holds now.
    """
    if chosen or from_defaults:
        before = {} if from_defaults else uow.thresholds.read_chosen(programme_id)
        uow.thresholds.set_chosen(organisation_id, programme_id, {**before, **chosen})
    return uow.thresholds.read(programme_id)
