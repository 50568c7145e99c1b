"""What teachers decide about lessons on campus: how groups are made, and the groups of a lesson."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Index,
    SmallInteger,
    String,
    Table,
    UniqueConstraint,
    false,
)

from bot.domain.planning.campus.model import GroupKind
from bot.domain.planning.sessions import Outcome, SessionState
from bot.storage.columns import Instant, key, link, metadata, one_of, organisation

campus_setting = Table(
    "campus_setting",
    metadata,
    organisation(),
    link("class_group_id", "class_group", primary_key=True),
    link("programme_id", "programme", primary_key=True),
    link("teacher_id", "person"),
    Column("groups", SmallInteger, nullable=False, server_default="2"),
    Column("group_size", SmallInteger),
    Column("class_size", SmallInteger),
    CheckConstraint("groups BETWEEN 1 AND 9", name="groups"),
    CheckConstraint("group_size > 0", name="group_size"),
    CheckConstraint("class_size > 0", name="class_size"),
)
"""`teacher_id` set it; no size is no limit."""

campus_need = Table(
    "campus_need",
    metadata,
    organisation(),
    link("class_group_id", "class_group", primary_key=True),
    link("programme_id", "programme", primary_key=True),
    link("competence_id", "competence", primary_key=True),
    Column("sessions", SmallInteger, nullable=False),
    CheckConstraint("sessions BETWEEN 1 AND 40", name="sessions"),
)
"""How many sessions a competence takes, where the teacher said so."""

campus_session = Table(
    "campus_session",
    metadata,
    key(),
    organisation(),
    link("class_group_id", "class_group"),
    link("programme_id", "programme"),
    link("teacher_id", "person"),
    Column("starts_at", Instant, nullable=False),
    Column("state", String, nullable=False),
    Column("locked", Boolean, nullable=False, server_default=false()),
    link("entry_id", "entry", nullable=True),
    # By its columns the name would be longer than PostgreSQL's.
    UniqueConstraint(
        "class_group_id", "programme_id", "teacher_id", "starts_at", name="uq_campus_session_lesson"
    ),
    Index(None, "starts_at"),
    one_of("state", SessionState),
)
"""`entry_id` noted what its scenarios serve as come up, where its teacher said so."""

campus_group = Table(
    "campus_group",
    metadata,
    key(),
    organisation(),
    link("campus_session_id", "campus_session"),
    Column("position", SmallInteger, nullable=False),
    Column("kind", String, nullable=False),
    link("competence_id", "competence", nullable=True),
    link("scenario_id", "scenario", nullable=True),
    UniqueConstraint("campus_session_id", "position"),
    one_of("kind", GroupKind),
)

campus_place = Table(
    "campus_place",
    metadata,
    organisation(),
    link("campus_group_id", "campus_group", primary_key=True),
    link("track_id", "track", primary_key=True),
    Column("joins", Boolean, nullable=False, server_default=false()),
    Column("moved", Boolean, nullable=False, server_default=false()),
    Column("outcome", String),
    Index(None, "track_id"),
    one_of("outcome", Outcome),
)
"""A student in a group: whether they lack what it is on, who put them there, what came of it."""
