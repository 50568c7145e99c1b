"""When class groups have lessons."""

from sqlalchemy import Column, SmallInteger, String, Table

from bot.storage.columns import link, metadata, organisation

lesson_time = Table(
    "lesson_time",
    metadata,
    link("class_group_id", "class_group", primary_key=True),
    link("teacher_id", "person", primary_key=True),
    Column("weekday", SmallInteger, primary_key=True, autoincrement=False),
    Column("starts", String(5), primary_key=True),
    organisation(),
)
