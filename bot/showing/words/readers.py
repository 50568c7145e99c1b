"""Who sees what of whom, said to each role."""

from bot.domain.school.tracks import Role
from bot.messages import _

SEEN_BY = {
    Role.STUDENT: _(
        "Your scores are seen by your mentor, your teachers and your coach, your notes by your "
        "coach alone. Of the others you see the colours, never their notes. Who reads what you "
        "answer to a question, you choose."
    ),
    Role.MENTOR: _(
        "Your students see the colours of what you score, their teachers and coach the scores; "
        "your notes only their coach."
    ),
    Role.TEACHER: _(
        "Your students see the colours of what you score, their mentors and coach the scores; "
        "your notes only their coach."
    ),
    Role.COACH: _(
        "You score nothing yourself. You also read the notes on your students, which they never "
        "see; what you write about a difference goes into the log."
    ),
}
"""Who sees what, to each role what holds for it (domain/school/visibility.py)."""
