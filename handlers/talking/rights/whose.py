"""About whom somebody types: noted with the line, so that it goes when that person is erased."""

from handlers.talking.routing.question import Question
from handlers.talking.turn import Turn

LEADS_TO = (
    "track", "alert", "question", "contest", "feedback", "answer", "placement", "visit", "claim",
    "induction", "candidacy", "interview", "teacher", "wish", "student", "substitute", "absent",
)  # fmt: skip
"""Fields of questions that lead to the person whom they are about, the surest first."""


def note_whose(turn: Turn, question: Question | None, source: str = "") -> None:
    """Note about whom words are that a question has waited for, be it in an earlier message."""
    fields = {} if question is None else vars(question)
    what = next((name for name in LEADS_TO if fields.get(name)), None)
    whom = what and turn.uow.transcripts.find_whom(what, fields[what])
    if whom:
        turn.tell_of(whom, source)
