"""What divergence asks of the storage: who is at work, what stands, who was told, what was done."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from bot.domain.divergence.alerts import AlertStanding
from bot.domain.divergence.comparison import Said
from bot.domain.divergence.kinds import DivergenceKind
from bot.domain.divergence.settling import Sitting
from bot.domain.divergence.thresholds import Thresholds
from bot.domain.intervening.interventions import Helped
from bot.domain.school.tracks import Role
from bot.domain.scoring.film import Mark
from bot.domain.scoring.scales import Mastery
from bot.domain.telling.errands import ErrandKind
from bot.ports.worlds import EVERYBODY, Hearer, People, World


@dataclass(frozen=True, slots=True)
class AtWork:
    """One scorer's sitting on one competence of a track."""

    track_id: int
    competence_id: int
    programme_id: int
    organisation_id: int
    sitting: Sitting


@dataclass(frozen=True, slots=True)
class Alert:
    """What stands, or stood, of one kind on a competence of a track; instants are aware.

    `news_at` is when the views changed last, which time alone does not do.
    """

    id: int
    organisation_id: int
    track_id: int
    competence_id: int
    standing: AlertStanding
    raised_at: datetime
    changed_at: datetime
    news_at: datetime
    acknowledged_at: datetime | None = None
    snoozed_until: datetime | None = None

    def is_snoozed(self, at: datetime) -> bool:
        """Say whether it is put off at an instant."""
        return self.snoozed_until is not None and at < self.snoozed_until


@dataclass(frozen=True, slots=True)
class AlertPlace:
    """One competence of one track, and whose it is."""

    organisation_id: int
    track_id: int
    competence_id: int


@dataclass(frozen=True, slots=True)
class Authored:
    """A mastery, and whose word it is."""

    track_id: int
    competence_id: int
    indicator_id: int
    role: Role
    author_id: int
    mastery: Mastery


class Sittings(Protocol):
    """Who is at work on what, until they have finished."""

    def record_done(self, scorer_id: int, track_id: int, at: datetime) -> None:
        """Note that a scorer said Done on a track."""

    def list_open(self, world: World, tracks: Collection[int] = ()) -> Sequence[AtWork]:
        """List everybody at work, or at work on these tracks."""

    def finish(self, track_id: int, seen: datetime) -> bool:
        """Take a track's sittings away up to an instant; False where another process did."""


class Alerts(Protocol):
    """Divergences that stand, and the coaches' messages about them."""

    def read_marks(self, place: AlertPlace) -> Mapping[Role, Mapping[int, Mark]]:
        """Read what all three perspectives say of a competence: for the rule, not for a person."""

    def read_said(self, place: AlertPlace, since: datetime | None) -> Sequence[Said]:
        """Read what all three said of a competence since an instant, and did not undo: the same."""

    def read_marks_of_track(self, track_id: int) -> Mapping[int, Mapping[Role, Mapping[int, Mark]]]:
        """Read the same of a whole track, by competence."""

    def list_authored(self, tracks: Collection[int]) -> Sequence[Authored]:
        """Read who says which mastery on tracks: for the coach's insight, never for the raters."""

    def count_authored(self, tracks: Collection[int]) -> Mapping[int, int]:
        """Count, by track, how much `list_authored` would read."""

    def list_told_by_two(self, tracks: Collection[int], since: datetime) -> Collection[int]:
        """List the tracks on which two of three have spoken of a competence since an instant."""

    def list_at(self, place: AlertPlace) -> Sequence[Alert]:
        """List what stands or stood at a place, one of each kind at most."""

    def find(self, alert_id: int) -> Alert | None:
        """Find one."""

    def list_open(self, tracks: Collection[int]) -> Sequence[Alert]:
        """List what stands open on tracks, the most urgent first."""

    def list_told(self, tracks: Collection[int]) -> Sequence[Alert]:
        """List the alerts that their coaches were told of on tracks, also those that ended."""

    def keep(self, place: AlertPlace, standing: AlertStanding, at: datetime) -> Alert:
        """Store what stands now at a place, instead of what stood there of its kind."""

    def acknowledge(self, alert_id: int, at: datetime) -> None:
        """Note that a coach has seen it."""

    def snooze(self, alert_id: int, until: datetime | None) -> None:
        """Put it off until an instant, or no longer."""

    def list_awake(self, world: World) -> Sequence[Alert]:
        """List the alerts whose snooze has ended."""

    def list_outlived(self, world: World, at_most: int) -> Sequence[tuple[int, Alert]]:
        """List alerts that stand and whose period has ended since, with the programme of each."""

    def list_coaches(self, track_id: int) -> Sequence[tuple[int, str]]:
        """List the coaches of a track, each with the time zone."""

    def list_coaches_without(
        self,
        world: World,
        zones: Collection[str],
        kind: ErrandKind,
        subject: str,
        people: People = EVERYBODY,
    ) -> Sequence[Hearer]:
        """List the coaches of these, in these zones, with something to hear of and no errand.

        That is something that stands, or a photo that is near, before which one may be silent.
        """

    def read_week_told(self, coach_id: int, but: Collection[int]) -> datetime | None:
        """Read when a coach was told of a week last, leaving these errands out; None for never."""

    def read_messages_of(self, alert_id: int) -> Mapping[int, int]:
        """Read, by coach, the message that tells of an alert."""

    def list_told_by(self, outbox_id: int) -> Sequence[int]:
        """List the alerts that a message tells of."""

    def record_told(self, alert: Alert, coach_id: int, outbox_id: int) -> None:
        """Note which message tells a coach of an alert, instead of an earlier one."""

    def list_messages_since(self, coach_id: int, since: datetime) -> Sequence[int]:
        """List the messages with alerts that a coach got since an instant, the newest last."""


@dataclass(frozen=True, slots=True)
class CoachQuestion:
    """A coach's question to one actor about an alert, and the answer once there is one."""

    id: int
    alert_id: int
    asked_by_id: int
    asked_id: int
    asked: str
    role: Role
    text: str
    asked_at: datetime
    answer: str | None = None
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Intervention:
    """One thing that was done about a track: by whom, of which kind, in which words.

    Of an intervention that somebody noted it is known in which role, and whether it helped.
    """

    track_id: int
    alert_id: int | None
    author: str
    kind: str
    text: str
    at: datetime
    competence_id: int | None = None
    about: DivergenceKind | None = None
    role: Role | None = None
    helped: Helped | None = None


@dataclass(frozen=True, slots=True)
class TalkPlanned:
    """A talk about an alert: on which track, its moment as the log has it, and how it stands.

    An alert that is not `stands` has ended by itself; its talk may still be to come.
    """

    track_id: int
    moment: str
    stands: bool


class Interventions(Protocol):
    """What coaches ask and do, kept as the log of a track."""

    def record(self, alert: Alert, author_id: int, kind: str, text: str, at: datetime) -> None:
        """Keep one thing that was done."""

    def list_of_track(self, track_id: int) -> Sequence[Intervention]:
        """Read a track's log, the oldest first: for its coaches only."""

    def list_talks_after(self, tracks: Collection[int], moment: str) -> Collection[int]:
        """List the alerts with a talk in the log whose moment, as it is written there, is later."""

    def list_talks_planned(self, tracks: Collection[int]) -> Mapping[int, TalkPlanned]:
        """Read the talk that was planned last about each alert on tracks that was not resolved."""

    def add_question(
        self, alert: Alert, asked_by_id: int, asked_id: int, role: Role, text: str, at: datetime
    ) -> int:
        """Keep a question; gives its id."""

    def find_question(self, question_id: int) -> CoachQuestion | None:
        """Find a question."""

    def list_questions(self, alert_id: int) -> Sequence[CoachQuestion]:
        """List an alert's questions, with the answers there are."""

    def hand_on(self, question_id: int, reader_id: int) -> None:
        """Let somebody else be who reads the answer."""

    def add_answer(self, question_id: int, text: str, at: datetime) -> bool:
        """Keep an answer; False where there was one."""

    def list_scorers(self, track_id: int) -> Sequence[tuple[int, Role]]:
        """List who scores on a track, with the role."""


class ChosenThresholds(Protocol):
    """From where on each programme hears of a difference."""

    def read(self, programme_id: int) -> Thresholds:
        """Read a programme's thresholds: its own, or the defaults."""

    def read_of_track(self, track_id: int) -> Thresholds:
        """Read the thresholds of a track's programme."""

    def read_chosen(self, programme_id: int) -> Mapping[str, Any]:
        """Read what a programme chose itself; spans in seconds."""

    def set_chosen(
        self, organisation_id: int, programme_id: int, chosen: Mapping[str, float | int | bool]
    ) -> None:
        """Set a programme's own thresholds; what is not named keeps its default."""
