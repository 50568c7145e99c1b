"""Who coaches a school's teachers, on one connection."""

from bot.ports.inducting.coaches import TeachersCoaches
from bot.storage.school.appointed import Appointed, Appointments
from bot.storage.tables import teachers_coach


class StoredTeachersCoaches(Appointed, TeachersCoaches):
    """Coaches of teachers on one connection."""

    appointments = Appointments(teachers_coach)
