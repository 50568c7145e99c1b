"""What students say they had learned before, with references, and what was said of it."""

from sqlalchemy import Column, Index, SmallInteger, String, Table

from bot.domain.recognising.claims import DECIDES, ClaimVerdict
from bot.domain.scoring.prior import LearnedHow
from bot.storage.columns import Instant, key, link, metadata, one_of, organisation
from bot.storage.named import FreeReason, FreeWords

prior_claim = Table(
    "prior_claim",
    metadata,
    key(),
    organisation(),
    link("track_id", "track"),
    link("competence_id", "competence"),
    Column("how", String),
    link("placement_id", "placement", nullable=True),
    Column("words", FreeWords),
    Column("made_at", Instant, nullable=False),
    Column("sent_at", Instant),
    Column("appeal", FreeWords),
    Column("appealed_at", Instant),
    Column("withdrawn_at", Instant),
    Index(None, "track_id"),
    one_of("how", LearnedHow),
    sqlite_autoincrement=True,
)
"""One that was not sent is still being written: `how` and words may be missing."""

prior_claim_indicator = Table(
    "prior_claim_indicator",
    metadata,
    organisation(),
    link("claim_id", "prior_claim", primary_key=True),
    link("indicator_id", "indicator", primary_key=True),
)

prior_evidence = Table(
    "prior_evidence",
    metadata,
    key(),
    organisation(),
    link("claim_id", "prior_claim"),
    Column("kind", String, nullable=False),
    Column("words", FreeWords, nullable=False),
    # What the platform calls a photo or a voice note; the file itself is not kept here.
    Column("file", String, nullable=False, server_default=""),
    Column("source", String, nullable=False, server_default=""),
    Column("said_at", Instant, nullable=False),
    Index(None, "claim_id"),
    Index(None, "source"),
    one_of("kind", ("text", "photo", "voice")),
    sqlite_autoincrement=True,
)

prior_verdict = Table(
    "prior_verdict",
    metadata,
    key(),
    organisation(),
    link("claim_id", "prior_claim"),
    Column("round", SmallInteger, nullable=False),
    Column("role", String, nullable=False),
    link("person_id", "person"),
    Column("verdict", String, nullable=False),
    Column("reason", FreeReason),
    Column("said_at", Instant, nullable=False),
    Column("undone_at", Instant),
    Index(None, "claim_id"),
    one_of("role", DECIDES),
    one_of("verdict", ClaimVerdict),
    sqlite_autoincrement=True,
)

prior_outcome = Table(
    "prior_outcome",
    metadata,
    key(),
    organisation(),
    link("claim_id", "prior_claim"),
    Column("round", SmallInteger, nullable=False),
    Column("outcome", String, nullable=False),
    Column("settled_at", Instant, nullable=False),
    Column("undone_at", Instant),
    # Which message tells its student.
    link("outbox_id", "outbox", nullable=True),
    Index(None, "claim_id"),
    Index(None, "outbox_id"),
    one_of("outcome", ClaimVerdict),
    sqlite_autoincrement=True,
)
"""From when to when it was decided: a photo holds what stood at its instant."""
