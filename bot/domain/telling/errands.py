"""What people are told unasked."""

from enum import StrEnum


class ErrandKind(StrEnum):
    """What somebody is told unasked, in the order in which one message holds it.

    A prompt is the question of a student's workplace day. It is due at the student's own hour,
    and lets everything else of that day wait for it.
    """

    NOTICE = "notice"
    CANCELLED = "cancelled"
    MOVED = "moved"
    HANDOVER = "handover"
    SUBSTITUTE = "substitute"
    OPENED = "opened"
    CHOOSE = "choose"
    LATE_CHOICE = "late choice"
    EVALUATIONS = "evaluations"
    TAKEN = "taken"
    SHORTFALL = "shortfall"
    NOMINATED = "nominated"
    UNTOLD = "untold"
    REHEARSAL = "rehearsal"
    REMINDER = "reminder"
    PROMPT = "prompt"
    TRAINING_PLAN = "training plan"
    LESSON = "lesson"
    GIVEN = "given"
    GAP = "gap"
    VISIT_ASKED = "visit asked"
    SESSION_ASKED = "session asked"
    STEP_PLANNED = "step planned"
    SIGNED = "signed"
    DESK = "desk"
    AGREEMENT = "agreement"
    MISSING = "missing"
    DIGEST = "digest"
    HELPED = "helped"
    DID_IT_HELP = "did it help"
    MIRROR = "mirror"
    PRACTICE = "practice"
    TIP = "tip"
    MENTOR_COURSE = "mentor course"
    UNREACHABLE = "unreachable"
    UNMAILED = "unmailed"
    REACHED = "reached"
    FORGET = "forget"
    KEPT_UNTIL = "kept until"
