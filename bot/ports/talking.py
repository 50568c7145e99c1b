"""Where each conversation stands, and the messages of the platforms that we run ourselves."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol


class Awaited(StrEnum):
    """What a dialogue waits for: a question, or a menu that is open."""

    LINE = "line"
    OFFER = "offer"
    AWAY = "away"
    ASKED = "asked"
    SCORE = "score"
    STEPS = "steps"
    NOTE = "note"
    CARD = "card"
    CARD_NOTE = "card note"
    GROUP = "group"
    TODAY = "today"
    MEANT = "meant"
    REFLECT = "reflect"
    GOAL = "goal"
    EVIDENCE = "evidence"
    FEEDBACK = "feedback"
    ASK = "ask"
    ANSWER = "answer"
    READER = "reader"
    RESOLVE = "resolve"
    TALK = "talk"
    TALK_OFFERED = "talk offered"
    RECOGNITION = "recognition"
    PLAN_DRAFT = "plan draft"
    SCENARIO = "scenario"
    SPAN = "span"
    CONTEXT = "context"
    CONTEXT_TITLE = "context title"
    LATE_REASON = "late reason"
    MARK_TO_REACH = "mark to reach"
    WEIGHTS = "weights"
    WORKPLACE_RESULT = "workplace result"
    DECISION_MENU = "decision menu"
    DECISION_WORDS = "decision words"
    TOLD_MENU = "told menu"
    TOLD_WORDS = "told words"
    MAIL_ADDRESS = "mail address"
    MAIL_CODE = "mail code"
    PERSON_SOUGHT = "person sought"
    SECTOR_NAMED = "sector named"
    SECTOR_PERSON_NAMED = "sector person named"
    MODULE_REASON = "module reason"
    REGION_NAMED = "region named"
    CONTEST = "contest"
    CONTEST_ENDING = "contest ending"
    CONTESTED_NOTE = "contested note"
    GUARDIAN = "guardian"
    FORGET_WHY = "forget why"
    MEASURE = "measure"
    STOP_DAY = "stop day"
    NEW_COACH = "new coach"
    HANDOVER_DAY = "handover day"
    ABSENCE = "absence"
    SUBSTITUTE = "substitute"
    SUBSTITUTE_DAY = "substitute day"
    NEWCOMER = "newcomer"
    INCIDENT = "incident"
    VISIT_OFFERED = "visit offered"
    VISIT_MOMENT = "visit moment"
    RECOGNITION_END = "recognition end"
    COURSE_DAY = "course day"
    VISIT_DAY = "visit day"
    MINUTE = "minute"
    PROMISE = "promise"
    PROMISED_BY = "promised by"
    AGREEMENT_DAYS = "agreement days"
    AGREEMENT_END = "agreement end"
    WEEKLY_HOURS = "weekly hours"
    CLAIM_COMPETENCE = "claim competence"
    CLAIM_INDICATORS = "claim indicators"
    CLAIM_WORDS = "claim words"
    CLAIM_EVIDENCE = "claim evidence"
    CLAIM_REASON = "claim reason"
    CLAIM_APPEAL = "claim appeal"
    INTERVENTION = "intervention"
    PURPOSE = "purpose"
    OUTCOME = "outcome"
    DESK_NOTE = "desk note"
    DESK_DAY = "desk day"
    STARTER_SOUGHT = "starter sought"
    FIRST_DAY = "first day"
    STEP_OFFERED = "step offered"
    STEP_MOMENT = "step moment"
    STEP_DAY = "step day"
    STEP_WORDS = "step words"
    INCIDENT_READY = "incident ready"
    INCIDENT_OF = "incident of"
    MEASURE_SHOWN = "measure shown"
    MEASURE_READY = "measure ready"
    CONTEST_OFFERED = "contest offered"
    INTAKE_CANDIDATE = "intake candidate"
    INTAKE_PLACE = "intake place"
    INTAKE_KNOWN = "intake known"
    INTERVIEW_OFFERED = "interview offered"
    INTERVIEW_MOMENT = "interview moment"
    INTAKE_FEEDBACK = "intake feedback"
    INTAKE_ALTERNATIVE = "intake alternative"
    INTAKE_GROUP = "intake group"
    INTAKE_MATCH = "intake match"
    INTAKE_LEADER = "intake leader"
    SHEET_OFFERED = "sheet offered"
    SHEET_WORDS = "sheet words"


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Where one person's conversation stands; it survives restarts and changes of device.

    `serial` numbers the live menu: a tap that carries another number is on a closed one.
    """

    about_track: int | None = None
    about_at: datetime | None = None
    asking: Awaited | None = None
    asked_at: datetime | None = None
    serial: int = 0
    data: Mapping[str, Any] = field(default_factory=dict)


class Dialogues(Protocol):
    """Where each person's conversation stands."""

    def read(self, person_id: int) -> Dialogue:
        """Read somebody's dialogue, a fresh one if there is none."""

    def keep(self, person_id: int, dialogue: Dialogue) -> None:
        """Keep somebody's dialogue."""


class Wordings(Protocol):
    """What each message said when it was last read, by its source; never the words themselves."""

    def keep(self, source: str, wording: str, at: datetime) -> None:
        """Keep what a new message says."""

    def change(self, source: str, wording: str, at: datetime) -> bool:
        """Keep what an edited message says; False where it says what it said before."""

    def forget(self, source: str) -> None:
        """Forget what a message said: of words that may not be kept, not even that."""


class Legends(Protocol):
    """In which message somebody last saw a legend in full, and on which day of theirs."""

    def take(self, person_id: int, day: date, message: str) -> bool:
        """Keep a message as the one that shows it on a day; False where another one did."""

    def give_back(self, person_id: int, message: str) -> None:
        """Forget a message that never arrived, if it is the one that showed it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as one of our own platforms shows it, rendered in the reader's language.

    A file has an id, a name, a kind, an alt text, and what it is made of when it is asked for.
    `key` names the update that the message is, or answers.
    """

    id: int
    kind: str
    text: str
    edited: bool
    buttons: list[list[dict[str, Any]]]
    form: dict[str, Any] | None
    picture: dict[str, Any] | None
    alt: str | None
    mine: bool
    said_at: datetime
    files: Sequence[Mapping[str, Any]] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class Attached:
    """A photo or a voice note (`media`) that somebody attached here: its media type, its bytes.

    A document goes to who reads it in, by the name that its sender gave it, and is kept nowhere.
    """

    media: str
    kind: str
    data: bytes
    name: str = ""


class Transcripts(Protocol):
    """The messages of the platforms that we run ourselves: web chat and terminal."""

    def add(
        self,
        person_id: int,
        organisation_id: int,
        shown: Shown,
        key: str,
        *,
        read: bool = True,
        about_id: int | None = None,
    ) -> Shown:
        """Keep a new message; gives it its id. One that nobody read yet waits to be shown.

        `about_id` is who it is about alone: it is emptied when that person is erased.
        """

    def note_about(self, person_id: int, key: str, about_id: int) -> None:
        """Note about whom somebody's earlier line was, and what answered it, by its key."""

    def find_whom(self, what: str, identity: int) -> int | None:
        """Find the person about whom a question's field is: such as an `alert`, by its identity.

        None for a field that is about nobody, or nobody any more.
        """

    def replace(self, person_id: int, organisation_id: int, shown: Shown, key: str) -> Shown:
        """Change one of our messages to this person in place; where there is none, add one."""

    def find(self, person_id: int, message_id: int) -> Shown | None:
        """Find one of somebody's messages."""

    def find_unseen(self, person_id: int, message_id: int) -> Shown | None:
        """Find the newest of our messages that its person has not seen; None where all were.

        Of those that are not older than one.
        """

    def list_exchange(self, person_id: int, key: str) -> Sequence[Shown]:
        """List a given update's own line, if it is one, and what it was answered with."""

    def list_recent(self, person_id: int, limit: int, before: int | None = None) -> Sequence[Shown]:
        """List somebody's newest messages, or the newest before one, oldest first."""

    def attach(self, organisation_id: int, message_id: int, attached: Attached) -> None:
        """Keep what somebody attached to one of their messages."""

    def find_attached(self, person_id: int, message_id: int) -> tuple[str, bytes] | None:
        """Find what is attached to one of somebody's messages: its media type and its bytes."""

    def blank(
        self,
        people: Collection[int],
        words: Collection[str],
        since: datetime,
        keys: Collection[str] = (),
    ) -> None:
        """Take words out of what these people were shown from an instant on, and of what they said.

        Quoted words go, whole or cut; of who said them the message goes that was nothing else. What
        they attached to the messages with these keys is deleted.
        """

    def take_blanked(self) -> Sequence[tuple[int, int]]:
        """List whose messages were blanked since the last look, by person and message."""

    def see(self, person_id: int, up_to: int) -> None:
        """Mark what arrived as shown, up to a message."""

    def list_unread(self, person_id: int) -> Sequence[int]:
        """List the numbers of what arrived and was not yet shown, oldest first."""

    def take_unread(self, person_id: int) -> Sequence[Shown]:
        """List what arrived and was not yet shown, and mark it shown."""
