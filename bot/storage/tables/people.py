"""Whose this is: organisations and the people in them."""

from sqlalchemy import (
    Boolean,
    Column,
    Integer,
    SmallInteger,
    String,
    Table,
    UniqueConstraint,
    false,
)

from bot.domain.school.naming import Naming
from bot.domain.scoring.focus import A_FEW_AT_FIRST
from bot.domain.telling.hours import Hours
from bot.domain.telling.profiles import Profile
from bot.storage.columns import Instant, key, metadata, one_of, organisation
from bot.storage.named import PersonNamed

organisation_table = Table(
    "organisation",
    metadata,
    key(),
    Column("name", String, nullable=False, unique=True),
    Column("language", String, nullable=False),
    Column("time_zone", String, nullable=False),
    Column("sample", Boolean, nullable=False, server_default=false()),
    Column("care", String, nullable=False, server_default=""),
    # Whom people ask about what is kept of them, in the school's own words.
    Column("privacy_contact", String, nullable=False, server_default=""),
    Column("manner", String, nullable=False, server_default=""),
    Column("ahead_seconds", Integer, nullable=False, server_default="0"),
    # What others' platforms are told of people's names.
    Column("naming", String, nullable=False, server_default=Naming.FIRST_NAMES.value),
    # How long those who decide have when somebody wants to be forgotten.
    Column("forget_days", Integer, nullable=False, server_default="30"),
)

person = Table(
    "person",
    metadata,
    key(),
    organisation(),
    Column("school_id", String, nullable=False),
    Column("name", PersonNamed, nullable=False),
    # How they are called abroad: by first name, and where the school is discreet.
    Column("called", String, nullable=False, server_default=""),
    Column("code_word", String, nullable=False, server_default=""),
    Column("folded_name", String, nullable=False),
    Column("language", String),
    Column("chosen_language", String),
    Column("time_zone", String),
    Column("email", String),
    Column("profile", String, nullable=False, server_default=Profile.STANDARD.value),
    Column("hours", String, nullable=False, server_default=Hours.DAY.value),
    Column("muted", Boolean, nullable=False, server_default=false()),
    # Since when they are away, and until when.
    Column("absent_from", Instant),
    Column("absent_until", Instant),
    # Whether those around may know: else nobody but the person does.
    Column("absence_told", Boolean, nullable=False, server_default=false()),
    Column("few", SmallInteger, nullable=False, server_default=str(A_FEW_AT_FIRST)),
    Column("one_by_one", Boolean, nullable=False, server_default=false()),
    # Where unasked messages go; without a choice where they came last, or first.
    Column("told_on", String),
    # How it stands with a guardian, where the roster says that one has to say yes.
    Column("guardian", String, nullable=False, server_default=""),
    # Who was erased stays as a row without a name, so that identities stand.
    Column("erased_at", Instant),
    UniqueConstraint("organisation_id", "school_id"),
    one_of("profile", Profile),
    one_of("hours", Hours),
    sqlite_autoincrement=True,
)
