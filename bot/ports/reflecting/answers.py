"""Answers to questions: their parts, who may read them, and what comes of them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.reflecting.following import FollowUp
from bot.domain.reflecting.sharing import Share
from bot.ports.reflecting.prompts import AskedPrompt


@dataclass(frozen=True, slots=True)
class AnswerPart:
    """One message of an answer: a text, or a photo or voice note by what the platform calls it.

    A photo may have words of its own; `source` names the message, so that an edit corrects it.
    `replies_to` is the follow-up that it answers, if any.
    """

    kind: str
    text: str
    file: str = ""
    source: str = ""
    replies_to: FollowUp | None = None


@dataclass(frozen=True, slots=True)
class GoalSet:
    """A goal for the week that begins at `due_at`."""

    id: int
    text: str
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Feedback:
    """Feedback that a student asks of somebody on one answer; `text` is None until it is given.

    `helped` is what the student says of it, for nobody else to read; `summed` says that a sum told
    of it.
    """

    id: int
    answer_id: int
    giver_id: int
    giver: str
    asked_at: datetime
    outbox_id: int | None = None
    text: str | None = None
    helped: bool | None = None
    summed: bool = False


@dataclass(frozen=True, slots=True)
class Reflection:
    """An answer as a viewer may see it; feedback is there for the student and who gave it.

    Until it is done nobody but the student sees it.
    """

    id: int
    organisation_id: int
    track_id: int
    student_id: int
    share: Share
    said_at: datetime
    done_at: datetime | None
    question: AskedPrompt | None
    parts: Sequence[AnswerPart] = ()
    evidence: Sequence[int] = ()
    goals: Sequence[GoalSet] = ()
    feedback: Sequence[Feedback] = ()


class Answers(Protocol):
    """Writing answers; whoever calls has found the answer through AnswerReads."""

    def begin(
        self, organisation_id: int, track_id: int, asked_id: int | None, share: Share, at: datetime
    ) -> int:
        """Begin an answer; gives its id."""

    def add_part(
        self, organisation_id: int, answer_id: int, part: AnswerPart, at: datetime
    ) -> None:
        """Add a message to it."""

    def correct(self, student_id: int, source: str, text: str) -> int | None:
        """Replace the words of the message of an answer; gives the answer's id, if there is one."""

    def find_said_at(self, student_id: int, source: str) -> datetime | None:
        """Find when the message of an answer was said; None where it is of none."""

    def finish(self, answer_id: int, at: datetime) -> None:
        """Note that it is done."""

    def set_share(self, answer_id: int, share: Share) -> None:
        """Say who may read it."""

    def withdraw(self, answer_id: int, at: datetime) -> None:
        """Take it back: its words, its goals and what it was evidence for are deleted."""

    def toggle_evidence(self, organisation_id: int, answer_id: int, indicator_id: int) -> None:
        """Let it be evidence for an indicator, or no longer."""

    def add_goal(self, reflection: Reflection, text: str, due_at: datetime) -> int:
        """Keep a goal that comes of it, about what the question was about; gives its id."""

    def drop_goal(self, student_id: int, goal_id: int) -> bool:
        """Take a goal of this student's back; False where there is none."""

    def ask_feedback(
        self, organisation_id: int, answer_id: int, giver_id: int, at: datetime
    ) -> int:
        """Keep that feedback is asked of somebody; gives its id."""

    def drop_feedback(self, feedback_id: int) -> None:
        """Forget that feedback was asked, where nobody could be."""

    def record_feedback_sent(self, feedback_id: int, outbox_id: int) -> None:
        """Note which message asks for it."""

    def find_feedback(self, feedback_id: int) -> Feedback | None:
        """Find a question for feedback, without the answer it is about."""

    def give_feedback(self, feedback_id: int, text: str, at: datetime) -> bool:
        """Keep feedback; False where it was given before."""

    def judge_feedback(self, feedback_id: int, helped: bool | None) -> bool:
        """Keep whether it helped; False where that was told in a sum, or where none was given."""

    def list_judged(
        self, giver_id: int, errand_id: int | None = None
    ) -> Sequence[tuple[int, bool]]:
        """List what was said of somebody's feedback, as (feedback, helped), by no answer.

        That is what no errand has told yet, or what this errand tells.
        """

    def sum_up(self, feedback: Collection[int], errand_id: int) -> None:
        """Note that an errand tells of what was said of these."""

    def list_feedback_on(self, answer_id: int) -> Sequence[Feedback]:
        """List what feedback was asked on an answer, for the system: whoever asked or gave it."""


class AnswerReads(Protocol):
    """What a person may read of answers: decided here and nowhere else."""

    def find(self, viewer_id: int, answer_id: int) -> Reflection | None:
        """Read an answer, if this viewer may."""

    def list_of_track(
        self, viewer_id: int, track_id: int, at_most: int, before: int | None = None
    ) -> Sequence[Reflection]:
        """List a track's answers that this viewer may read, the newest first, from before one."""

    def list_evidence(self, viewer_id: int, track_id: int) -> Sequence[tuple[int, datetime]]:
        """List (indicator, when answered) of the answers that this viewer may read."""
