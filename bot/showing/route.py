"""The word for a route: which place contributed to a competence."""

from collections.abc import Iterable

from bot.messages import RouteRow, Sayable, Text, _, _n, words

WORKPLACE_ONLY = _("workplace only")
CAMPUS_ONLY = _("campus only")
MIXED = _("mixed")
NEITHER = _("nothing yet")


def route_word(row: RouteRow) -> Text:
    """Name the route of a competence (document 004, chapter 2 §5)."""
    if row.both:
        return _n("overlap of {count} indicator", "overlap of {count} indicators", row.both)
    if row.workplace and row.campus:
        return MIXED
    if row.workplace:
        return WORKPLACE_ONLY
    return CAMPUS_ONLY if row.campus else NEITHER


PLANNED_AT = {
    (True, True): _("planned: workplace and campus"),
    (True, False): _("planned: workplace"),
    (False, True): _("planned: campus"),
}


def planned_word(row: RouteRow) -> Text | None:
    """Say where the training plan pursues a competence; nothing where it decides nothing."""
    return PLANNED_AT.get((row.at_work, row.on_campus))


def overlap_found(rows: Iterable[RouteRow]) -> Sayable:
    """Count what both places contributed to, and what went as it was planned, if anything was."""
    found = list(rows)
    both = sum(row.both > 0 for row in found)
    planned = [row for row in found if row.at_work or row.on_campus]
    return words(
        _("Overlap in {count} of {total}", count=both, total=len(found))
        if both
        else _("No overlap"),
        _(
            "{count} of {total} as planned",
            count=sum(map(_went_as_planned, planned)),
            total=len(planned),
        )
        if planned
        else None,
        by=" · ",
    )


def _went_as_planned(row: RouteRow) -> bool:
    """Say whether it came up wherever it was planned, and nowhere else."""
    return (row.at_work, row.on_campus) == (row.workplace > 0, row.campus > 0)
