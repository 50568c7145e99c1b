"""Put back what was said of recognitions and of mentors' training."""

from datetime import datetime

from bot.ports import Entry, UnitOfWork
from bot.use_cases.agreeing.mentor_courses.note_course import put_back_course
from bot.use_cases.agreeing.recognitions.keep_recognition import put_back_recognition


def put_recognition_back(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    """Put back until when a workplace is recognised."""
    person = uow.people.find(entry.author_id)
    return person is not None and put_back_recognition(uow, person, entry.before, at)


def put_course_back(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    """Put back what was known of a mentor's training."""
    person = uow.people.find(entry.author_id)
    return person is not None and put_back_course(uow, person, entry.before, at)
