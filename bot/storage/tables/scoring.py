"""What was said: the ledger of scores and notes, and the marks and colours it gives."""

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    false,
    text,
)

from bot.domain.school.tracks import PERSPECTIVES
from bot.domain.scoring.scales import Coverage, Mastery
from bot.storage.columns import Instant, key, link, metadata, one_of, organisation
from bot.storage.named import FreeWords, MayNameShort

UNDONE = text("undone_at IS NOT NULL")

entry = Table(
    "entry",
    metadata,
    key(),
    organisation(),
    link("author_id", "person"),
    Column("title", MayNameShort, nullable=False),
    Column("source", String, nullable=False, server_default=""),
    Column("said_at", Instant, nullable=False),
    Column("undone_at", Instant),
    Column("act", String),
    Column("before", JSON(none_as_null=True)),
    Index(None, "author_id", "id"),
    Index(None, "author_id", "source"),
    Index(None, "undone_at", sqlite_where=UNDONE, postgresql_where=UNDONE),
    sqlite_autoincrement=True,
)

score = Table(
    "score",
    metadata,
    key(),
    organisation(),
    link("entry_id", "entry"),
    link("track_id", "track"),
    link("competence_id", "competence"),
    link("indicator_id", "indicator"),
    Column("role", String, nullable=False),
    link("author_id", "person"),
    link("placement_id", "placement", nullable=True),
    Column("mastery", String(1)),
    Column("coverage", String(1)),
    Column("tally", SmallInteger, nullable=False, server_default="0"),
    Column("not_here", Boolean, nullable=False, server_default=false()),
    Column("said_at", Instant, nullable=False),
    Index(None, "track_id", "indicator_id", "role"),
    # A photo asks which tracks were scored after its instant.
    Index(None, "said_at"),
    Index(None, "entry_id"),
    one_of("role", PERSPECTIVES),
    one_of("mastery", Mastery),
    one_of("coverage", Coverage),
    CheckConstraint("tally BETWEEN 0 AND 1", name="tally"),
    CheckConstraint(
        "mastery IS NOT NULL OR coverage IS NOT NULL OR tally = 1 OR not_here",
        name="says_something",
    ),
    CheckConstraint(
        "coverage IS NULL OR mastery IS NULL OR coverage <> 'N' OR mastery = 'X'",
        name="no_contradiction",
    ),
    sqlite_autoincrement=True,
)

note = Table(
    "note",
    metadata,
    key(),
    organisation(),
    link("entry_id", "entry"),
    link("track_id", "track"),
    link("competence_id", "competence"),
    link("indicator_id", "indicator", nullable=True),
    Column("role", String, nullable=False),
    link("author_id", "person"),
    Column("text", FreeWords, nullable=False),
    Column("source", String, nullable=False, server_default=""),
    Column("said_at", Instant, nullable=False),
    Index(None, "track_id", "competence_id"),
    Index(None, "entry_id"),
    Index(None, "author_id", "source"),
    one_of("role", PERSPECTIVES),
    sqlite_autoincrement=True,
)

mark = Table(
    "mark",
    metadata,
    organisation(),
    link("track_id", "track", primary_key=True),
    link("indicator_id", "indicator", primary_key=True),
    Column("role", String, primary_key=True),
    link("competence_id", "competence"),
    Column("mastery", String(1)),
    Column("coverage", String(1)),
    Column("tally", Integer, nullable=False),
    Column("not_here", Boolean, nullable=False),
    Column("mastery_at", Instant),
    Column("said_at", Instant, nullable=False),
    Column("coverage_at", Instant),
    link("author_id", "person"),
    link("placement_id", "placement", nullable=True),
    Index(None, "track_id", "competence_id"),
    one_of("role", PERSPECTIVES),
    one_of("mastery", Mastery),
    one_of("coverage", Coverage),
)

skipped = Table(
    "skipped",
    metadata,
    organisation(),
    link("track_id", "track", primary_key=True),
    link("author_id", "person", primary_key=True),
    link("indicator_id", "indicator", primary_key=True),
    Column("reason", String, nullable=False),
    Column("said_at", Instant, nullable=False),
)

colour = Table(
    "colour",
    metadata,
    organisation(),
    link("track_id", "track", primary_key=True),
    link("competence_id", "competence", primary_key=True),
    Column("role", String, primary_key=True),
    Column("scored", SmallInteger, nullable=False),
    Column("acquired", SmallInteger, nullable=False),
    Column("autonomous", SmallInteger, nullable=False),
    Column("covered", SmallInteger, nullable=False),
    Column("not_here", SmallInteger, nullable=False, server_default="0"),
    one_of("role", PERSPECTIVES),
    CheckConstraint(
        "0 <= autonomous AND autonomous <= acquired AND acquired <= scored AND covered >= 0",
        name="counts",
    ),
)
