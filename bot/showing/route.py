"""The word for a route: which place contributed to a competence."""

from bot.messages import RouteRow, Text, _, _n

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
