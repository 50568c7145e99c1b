"""Evaluation periods and their photos: whose they are, and what an erasure leaves of them."""

from bot.domain.rights.declared import DeclaredTable, Particulars, declare, kept

_SUMS = "a signed photo keeps its sums, so that it can be verified"
_SEALED = "it seals the photo of all who are in it"

PERIODS: tuple[DeclaredTable, ...] = (
    declare(
        "period",
        "evaluation periods",
        keys="id organisation_id programme_id",
        facts="opens_at photo_at choose_from choose_until moves changed_at cancelled last",
        words="name",
        secrets={"photographed": _SEALED},
        particulars=Particulars(called="name"),
    ),
    declare(
        "reminder_plan",
        "when people are reminded before a photo",
        keys="programme_id organisation_id",
        facts="days rehearsal missing",
    ),
    declare(
        "planned",
        "how far the clock came with what is planned",
        keys="period_id organisation_id upto_person",
        facts="key at people dropped",
    ),
    declare(
        "photo",
        "photos of a period, of all of a programme together",
        keys="id organisation_id period_id upto_track",
        facts="cut_off agreed_at as_of taken_at number",
        words="name texts",
        secrets={
            "digest": _SEALED,
            "public_key": _SEALED,
            "signature": _SEALED,
            "before": _SEALED,
        },
    ),
    declare(
        "photo_track",
        "who is in a photo, with the names of then",
        kept("track_id.student_id", _SUMS),
        keys="photo_id track_id organisation_id upto_score",
        words="texts!",
        secrets={
            "digest": "it seals the student's part of the photo",
            "texts_digest": "it is of words, and holds none",
        },
        particulars=Particulars(mentions="texts"),
    ),
    declare(
        "photo_colour",
        "the sums of each competence in a photo",
        kept("track_id.student_id", _SUMS),
        keys="photo_id track_id competence_id organisation_id",
        facts="role indicators scored acquired autonomous covered",
    ),
    declare(
        "look",
        "when each platform was last looked at",
        facts="platform last silent_from silent_until",
    ),
)
