"""What is learned: frameworks, competences, indicators, programmes and contexts."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Integer,
    String,
    Table,
    UniqueConstraint,
    true,
)

from bot.domain.school.frameworks import Contribution, CutOff, PriorRule, Setting
from bot.storage.columns import key, link, metadata, one_of, organisation

framework = Table(
    "framework",
    metadata,
    key(),
    organisation(),
    Column("code", String, nullable=False),
    Column("version", String, nullable=False),
    Column("title", String, nullable=False),
    Column("source", String, nullable=False, server_default=""),
    UniqueConstraint("organisation_id", "code", "version"),
)

competence = Table(
    "competence",
    metadata,
    key(),
    organisation(),
    link("framework_id", "framework"),
    Column("number", Integer, nullable=False),
    Column("title", String, nullable=False),
    UniqueConstraint("framework_id", "number"),
    CheckConstraint("number > 0", name="number"),
)

indicator = Table(
    "indicator",
    metadata,
    key(),
    organisation(),
    link("competence_id", "competence"),
    Column("number", Integer, nullable=False),
    Column("text", String, nullable=False),
    UniqueConstraint("competence_id", "number"),
    CheckConstraint("number > 0", name="number"),
)

programme = Table(
    "programme",
    metadata,
    key(),
    organisation(),
    Column("code", String, nullable=False),
    Column("title", String, nullable=False),
    Column("cut_off", String, nullable=False, server_default=CutOff.AT_LEAST.value),
    Column("blind_first", Boolean, nullable=False, server_default=true()),
    Column("revision", Integer, nullable=False, server_default="1"),
    # Months after a track has ended: of what was said, and of the photos with their words.
    Column("retention_months", Integer, nullable=False, server_default="24"),
    Column("photo_months", Integer, nullable=False, server_default="60"),
    # Not known where nobody has said so.
    Column("setting", String),
    # How what a student had learned before is counted.
    Column("prior_rule", String, nullable=False, server_default=PriorRule.SHOWN.value),
    UniqueConstraint("organisation_id", "code"),
    one_of("cut_off", CutOff),
    one_of("setting", Setting),
    one_of("prior_rule", PriorRule),
)

course_component = Table(
    "course_component",
    metadata,
    key(),
    organisation(),
    link("programme_id", "programme"),
    Column("title", String, nullable=False),
    UniqueConstraint("programme_id", "title"),
)

programme_competence = Table(
    "programme_competence",
    metadata,
    organisation(),
    link("programme_id", "programme", primary_key=True),
    link("competence_id", "competence", primary_key=True),
    Column("number", Integer, nullable=False),
    link("course_component_id", "course_component", nullable=True),
    UniqueConstraint("programme_id", "number"),
)

context = Table(
    "context",
    metadata,
    key(),
    organisation(),
    link("programme_id", "programme"),
    Column("number", Integer, nullable=False),
    Column("title", String, nullable=False),
    UniqueConstraint("programme_id", "number"),
)

context_competence = Table(
    "context_competence",
    metadata,
    organisation(),
    link("context_id", "context", primary_key=True),
    link("competence_id", "competence", primary_key=True),
    Column("contribution", String, nullable=False),
    one_of("contribution", Contribution),
)
