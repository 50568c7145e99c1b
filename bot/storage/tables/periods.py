"""Evaluation periods, their photos, and the plan by which people are reminded before one."""

from sqlalchemy import (
    Boolean,
    Column,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    Text,
    false,
    text,
)
from sqlalchemy import UniqueConstraint as Unique

from bot.domain.school.frameworks import CutOff
from bot.domain.school.tracks import PERSPECTIVES
from bot.storage.columns import Identity, Instant, key, link, metadata, one_of, organisation
from bot.storage.named import FreeReason

UNTAKEN = text("taken_at IS NULL")

period = Table(
    "period",
    metadata,
    key(),
    organisation(),
    link("programme_id", "programme"),
    Column("name", String, nullable=False),
    Column("opens_at", Instant, nullable=False),
    Column("photo_at", Instant),
    Column("choose_from", Instant),
    Column("choose_until", Instant),
    Column("moves", Integer, nullable=False, server_default="0"),
    Column("changed_at", Instant),
    Column("cancelled", Boolean, nullable=False, server_default=false()),
    # After its photo the class council decides.
    Column("last", Boolean, nullable=False, server_default=false()),
    # The digest of the photo that was taken of it: one that is gone is missed, and not taken again.
    Column("photographed", String),
    Index(None, "programme_id", "opens_at"),
    sqlite_autoincrement=True,
)

reminder_plan = Table(
    "reminder_plan",
    metadata,
    link("programme_id", "programme", primary_key=True),
    organisation(),
    Column("days", String, nullable=False),
    Column("rehearsal", Integer),
    Column("missing", Integer),
)

planned = Table(
    "planned",
    metadata,
    link("period_id", "period", primary_key=True),
    Column("key", String, primary_key=True),
    organisation(),
    Column("at", Instant, nullable=False),
    Column("people", Integer, nullable=False),
    # How far it came; nothing is left where there is none.
    Column("upto_person", Identity),
    Column("dropped", Boolean, nullable=False, server_default=false()),
)

choice = Table(
    "choice",
    metadata,
    link("period_id", "period", primary_key=True),
    link("track_id", "track", primary_key=True),
    link("course_component_id", "course_component", primary_key=True),
    organisation(),
    # Who chose it, and when; of choices of before that is not known. Late ones have a reason.
    Column("author_id", Identity),
    Column("chosen_at", Instant),
    Column("reason", FreeReason),
)

photo = Table(
    "photo",
    metadata,
    key(),
    organisation(),
    link("period_id", "period"),
    Column("cut_off", String, nullable=False),
    Column("agreed_at", Instant, nullable=False),
    Column("as_of", Instant, nullable=False),
    Column("name", String),
    Column("texts", Text),
    Column("upto_track", Identity, nullable=False, server_default="0"),
    Column("taken_at", Instant),
    Column("digest", String, nullable=False, server_default=""),
    Column("public_key", String, nullable=False, server_default=""),
    Column("signature", String, nullable=False, server_default=""),
    # Its place in the chain; photos of before have none.
    Column("number", Integer),
    Column("before", String),
    Unique("period_id"),
    Index(None, "organisation_id", "number", unique=True),
    Index(None, "as_of", sqlite_where=UNTAKEN, postgresql_where=UNTAKEN),
    one_of("cut_off", CutOff),
    sqlite_autoincrement=True,
)

photo_track = Table(
    "photo_track",
    metadata,
    link("photo_id", "photo", primary_key=True),
    link("track_id", "track", primary_key=True),
    organisation(),
    Column("upto_score", Identity, nullable=False),
    Column("digest", Text, nullable=False),
    Column("texts", Text),
    # What the digest holds of the texts, so that the colours can be checked without them; photos of
    # before have none, and their digest is of the texts themselves.
    Column("texts_digest", String),
    Index(None, "track_id"),
)

photo_colour = Table(
    "photo_colour",
    metadata,
    link("photo_id", "photo", primary_key=True),
    link("track_id", "track", primary_key=True),
    link("competence_id", "competence", primary_key=True),
    Column("role", String, primary_key=True),
    organisation(),
    Column("indicators", SmallInteger, nullable=False),
    Column("scored", SmallInteger, nullable=False),
    Column("acquired", SmallInteger, nullable=False),
    Column("autonomous", SmallInteger, nullable=False),
    Column("covered", SmallInteger, nullable=False),
    one_of("role", PERSPECTIVES),
)

look = Table(
    "look",
    metadata,
    Column("platform", String, primary_key=True),
    Column("last", Instant, nullable=False),
    Column("silent_from", Instant),
    Column("silent_until", Instant),
)
