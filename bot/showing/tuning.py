"""Whether campus and work are tuned, in words, and the order in which it stands."""

from dataclasses import replace

from bot.domain.planning.tuning import Tuning
from bot.messages import Sayable, TuningPicture, TuningRow, _, _n, words

TUNING_WORD = {
    Tuning.TUNED: _("tuned"),
    Tuning.AWAITED: _("planned, nothing yet"),
    Tuning.OVERLAP: _("overlap: taught though shown alone"),
    Tuning.GAP: _("gap"),
}
TUNING_ORDER = _("Most gaps and overlap first")
"""How the picture says in which order it stands."""

LOOKED_AT = (Tuning.GAP, Tuning.OVERLAP)
"""What somebody has to do something about."""


def arranged_tuning(picture: TuningPicture) -> TuningPicture:
    """Put competences with most gaps and overlap first; of what is equal it keeps the order."""

    def waste(row: TuningRow) -> int:
        return -sum(count_of(picture, row, tuning) for tuning in LOOKED_AT)

    return replace(picture, rows=tuple(sorted(picture.rows, key=waste)))


def count_of(picture: TuningPicture, row: TuningRow, tuning: Tuning) -> int:
    """Count the students of whom a competence stands so."""
    return dict(zip(picture.tunings, row.counts, strict=True)).get(tuning, 0)


def found_in_tuning(picture: TuningPicture) -> Sayable:
    """Count gaps and overlap, of students times competences: '6 gaps · overlap 3, of 92'."""
    gaps, overlap = (
        sum(count_of(picture, row, tuning) for row in picture.rows) for tuning in LOOKED_AT
    )
    if not gaps and not overlap:
        return _("Tuned: no gaps, no overlap")
    total = sum(sum(row.counts) for row in picture.rows)
    counted = _n("{count} gap", "{count} gaps", gaps) if gaps else _("no gaps")
    lapped = _("overlap {count}", count=overlap) if overlap else _("no overlap")
    return _(
        "{gaps}, {overlap}, of {total} competences of students",
        gaps=counted,
        overlap=lapped,
        total=total,
    )


def tuning_words(picture: TuningPicture, row: TuningRow) -> tuple[Sayable, ...]:
    """Count the students of whom a competence stands in each way, what needs a look first."""
    return tuple(
        words(TUNING_WORD[tuning], count)
        for tuning in reversed(picture.tunings)
        if (count := count_of(picture, row, tuning))
    )
