"""Questionnaires of a school and their rounds, as they are stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.asking.questionnaires import (
    AskingRound,
    Questionnaire,
    QuestionnaireDraft,
    RoundSpan,
)
from bot.domain.asking.tallies import Tally
from bot.domain.telling.errands import ErrandKind
from bot.ports.worlds import People, World


@dataclass(frozen=True, slots=True)
class AskingScope:
    """Whom a questionnaire asks, by identities; None where all are."""

    organisation_id: int
    programme_id: int | None
    class_group_id: int | None


@dataclass(frozen=True, slots=True)
class PhotoToCome:
    """A photo (aware) of a period before which a questionnaire is asked."""

    questionnaire: Questionnaire
    period_id: int
    photo_at: datetime


@dataclass(frozen=True, slots=True)
class PhotoMoved:
    """A round whose photo (aware) is at another time by now, or None where it is cancelled."""

    round: AskingRound
    photo_at: datetime | None


@dataclass(frozen=True, slots=True)
class ToldOfRound:
    """Whom to tell something of a round, which closes at an instant (aware)."""

    kind: ErrandKind
    round_id: int
    organisation_id: int
    person_id: int
    closes_at: datetime


class Questionnaires(Protocol):
    """Questionnaires and their rounds, in one transaction."""

    def add(
        self, draft: QuestionnaireDraft, scope: AskingScope, list_id: int, at: datetime
    ) -> Questionnaire:
        """Keep a questionnaire that was read in."""

    def list_of(self, organisation_id: int) -> Sequence[Questionnaire]:
        """List the questionnaires of an organisation, the newest first."""

    def find_scope(
        self, organisation_id: int, programme: str, class_group: str
    ) -> AskingScope | None:
        """Find whom a programme's code and a class group's name mean; None for unknown ones."""

    def count_asked(self, questionnaire_id: int) -> int:
        """Count the people whom a questionnaire would ask today."""

    def stop(self, questionnaire_id: int, at: datetime) -> None:
        """Note that it is not asked any more."""

    def add_round(
        self,
        questionnaire: Questionnaire,
        span: RoundSpan,
        period_id: int | None = None,
        photo_at: datetime | None = None,
    ) -> int:
        """Add a round; gives its identity."""

    def move_round(self, round_id: int, span: RoundSpan, photo_at: datetime) -> None:
        """Let a round be open at another time."""

    def drop_round(self, round_id: int) -> None:
        """Take a round away that was never open."""

    def list_rounds(self, questionnaire_id: int) -> Sequence[AskingRound]:
        """List the rounds of a questionnaire, the newest first."""

    def find_round(self, round_id: int) -> AskingRound | None:
        """Find a round."""

    def hold_round(self, round_id: int) -> AskingRound | None:
        """Find a round, and let nobody else change it until this transaction ends."""

    def list_open_for(self, person_id: int, at: datetime) -> Sequence[AskingRound]:
        """List the rounds that are open and ask this person, what they answered left out."""

    def list_ended_for(
        self, person_id: int, organisation_id: int, *, administers: bool
    ) -> Sequence[AskingRound]:
        """List the rounds that ended without names, and of which this person may see what came.

        That are who was asked, the coaches of those, and who administers.
        """

    def is_asked(self, round_id: int, person_id: int) -> bool:
        """Say whether a round asks this person today."""

    def has_answered(self, round_id: int, person_id: int) -> bool:
        """Say whether somebody sent their answers."""

    def note_answered(self, asked: AskingRound, person_id: int) -> None:
        """Note that somebody sent their answers, apart from what they say and from when."""

    def read_tally(self, round_id: int) -> Tally:
        """Read what was counted of a round without names; nobody is shown it before it ended."""

    def put_tally(self, asked: AskingRound, tally: Tally) -> None:
        """Keep a tally in the place of the one before, each row written anew."""

    def end_round(self, round_id: int, at: datetime, answered: int | None) -> None:
        """Note that a round ended, with how many answered where that may be said.

        Who answered is forgotten.
        """

    def list_photos_to_come(self, world: World) -> Sequence[PhotoToCome]:
        """List photos to come before which a questionnaire is asked that has no round for it.

        The first photo stands in front.
        """

    def list_photos_moved(self, world: World, at_most: int) -> Sequence[PhotoMoved]:
        """List the rounds whose photo is at another time by now."""

    def list_over(self, world: World, at_most: int) -> Sequence[int]:
        """List the rounds whose time is over and that did not end yet."""

    def list_outlived(self, world: World, at_most: int) -> Sequence[int]:
        """List the sheets with names that have been kept for as long as they are."""

    def list_to_tell(self, world: World, people: People) -> Sequence[ToldOfRound]:
        """List whom to tell that a round opened, that it closes soon, or what came of it."""
