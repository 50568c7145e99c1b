"""Recognitions and the training of mentors: whose they are, and what an erasure leaves of them."""

from bot.domain.rights.declared import DeclaredTable, declare, goes, nameless

RECOGNITIONS: tuple[DeclaredTable, ...] = (
    declare(
        "recognition",
        "until when a workplace is recognised",
        nameless("said_by_id", "it is about the workplace"),
        keys="id organisation_id workplace_id programme_id said_by_id",
        facts="recognised_until given_on asked_on said_at",
    ),
    declare(
        "mentor_course",
        "whether a mentor followed the training for mentors",
        goes("person_id"),
        nameless("said_by_id", "it is about the mentor"),
        keys="organisation_id person_id said_by_id",
        facts="state day said_at",
    ),
)
