"""Which competence is pursued where, in versions, and who agreed."""

from sqlalchemy import CheckConstraint, Column, Integer, String, Table, UniqueConstraint

from bot.domain.planning.training_plans import Party, Where
from bot.storage.columns import Instant, key, link, metadata, one_of, organisation

training_plan = Table(
    "training_plan",
    metadata,
    key(),
    organisation(),
    link("placement_id", "placement"),
    Column("version", Integer, nullable=False),
    link("author_id", "person"),
    Column("made_at", Instant, nullable=False),
    UniqueConstraint("placement_id", "version"),
    CheckConstraint("version > 0", name="version"),
    sqlite_autoincrement=True,
)

training_plan_competence = Table(
    "training_plan_competence",
    metadata,
    organisation(),
    link("training_plan_id", "training_plan", primary_key=True),
    link("competence_id", "competence", primary_key=True),
    Column("place", String, nullable=False),
    one_of("place", Where),
)

training_plan_agreement = Table(
    "training_plan_agreement",
    metadata,
    organisation(),
    link("training_plan_id", "training_plan", primary_key=True),
    Column("party", String, primary_key=True),
    link("person_id", "person"),
    Column("agreed_at", Instant, nullable=False),
    one_of("party", Party),
)
