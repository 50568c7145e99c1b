"""Decide what comes of an interview, and tell it: no match with another way to go on, or a match.

By a match the candidate becomes a student, and the company's contact the mentor.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.folding import fold
from bot.domain.importing.drafts import RosterRow
from bot.domain.matching.candidacies import (
    Candidacy,
    CandidacyEnding,
    OfferedPlace,
    PlaceEnding,
)
from bot.domain.matching.intakes import Intake
from bot.domain.matching.interviews import Alternative, Interview, InterviewOutcome, missing
from bot.domain.school.tracks import Person, Role
from bot.messages import Text, _
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.use_cases.importing.import_roster import import_roster
from bot.use_cases.matching.draft_outcome import has_other_place
from bot.use_cases.matching.endings import end_candidacy, end_place
from bot.use_cases.matching.take_in import learns_in, read_kept_names
from bot.use_cases.matching.tell_intake import tell_outcome


class OutcomeUnfinished(Exception):
    """A criterion, the feedback, the outcome or another way to go on is missing."""


class NoMatchPossible(Exception):
    """The candidate, or the place, is not free any more; or a roster's rule is in the way."""

    def __init__(self, reason: Text | None = None) -> None:
        """Keep the reason of the rule, without capital and full stop."""
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class NewStudent:
    """Where somebody begins: in which class group, and with whom around."""

    class_group: str
    teachers: Sequence[Person]
    coach: Person


def decide_no_match(
    uow: UnitOfWork, intake: Intake, interview: Interview, by: Person, at: datetime
) -> None:
    """Tell that there is no match here, with feedback and another way to go on.

    With another place the candidacy goes on. Raises OutcomeUnfinished, NoMatchPossible.
    """
    candidacy, _place = _held(uow, interview)
    _is_whole(intake, interview, InterviewOutcome.NO_MATCH)
    elsewhere = interview.alternative is Alternative.ANOTHER_PLACE
    if elsewhere and not has_other_place(uow, interview):
        raise NoMatchPossible(_("no other place of the intake is free any more"))
    uow.interviews.decide(interview.id, at)
    tell_outcome(uow, interview.id, at)
    if not elsewhere:
        end_candidacy(uow, intake, candidacy, CandidacyEnding.NO_MATCH, at)
    uow.acts.record(by.id, Act.TOLD, at)


def decide_match(
    uow: UnitOfWork,
    intake: Intake,
    interview: Interview,
    new: NewStudent,
    by: Person,
    at: datetime,
) -> None:
    """Let a candidate begin as a student at the place, and tell it.

    Raises OutcomeUnfinished, and NoMatchPossible, by which nothing is stored.
    """
    candidacy, place = _held(uow, interview)
    _is_whole(intake, interview, InterviewOutcome.MATCH)
    if place is None or place.ended_at is not None:
        raise NoMatchPossible
    _may_begin(uow, intake, candidacy, new)
    _begin(uow, intake, candidacy, place, new)
    uow.interviews.decide(interview.id, at)
    tell_outcome(uow, interview.id, at)
    end_candidacy(uow, intake, candidacy, CandidacyEnding.MATCHED, at)
    end_place(uow, intake, place, PlaceEnding.TAKEN, at)
    uow.rights_acts.note(
        intake.organisation_id,
        RightsActKind.INTAKE_MATCHED,
        at,
        by.id,
        candidacy.person_id,
        intake=intake.id,
        coach=new.coach.id,
        mentor=place.contact_id,
    )
    uow.acts.record(by.id, Act.TOLD, at)


def _held(uow: UnitOfWork, interview: Interview) -> tuple[Candidacy, OfferedPlace | None]:
    candidacy = uow.candidacies.hold(interview.candidacy_id)
    if candidacy is None or candidacy.ended_at is not None or not interview.is_open:
        raise NoMatchPossible
    place = uow.candidacies.hold_place(interview.place_id) if interview.place_id else None
    return candidacy, place


def _is_whole(intake: Intake, interview: Interview, outcome: InterviewOutcome) -> None:
    if interview.outcome is not outcome or missing(interview, intake.criteria) is not None:
        raise OutcomeUnfinished


def _may_begin(uow: UnitOfWork, intake: Intake, candidacy: Candidacy, new: NewStudent) -> None:
    """Refuse whom an intake says nothing about: it gives nobody a look at a student of others."""
    if candidacy.sent_at is None:
        raise NoMatchPossible(_("{name} did not send the answers", name=candidacy.name))
    if learns_in(uow, intake, candidacy.person_id):
        raise NoMatchPossible(
            _("{name} is a student of this programme already", name=candidacy.name)
        )
    if all(own.id != new.coach.id for own in list_coaches(uow, intake, new.class_group)):
        raise NoMatchPossible(
            _("{name} coaches neither here nor in the programme", name=new.coach.name)
        )


def _begin(
    uow: UnitOfWork, intake: Intake, candidacy: Candidacy, place: OfferedPlace, new: NewStudent
) -> None:
    """Let a line of a roster do it, with the rules that hold for every line."""
    student, mentor = uow.people.find(candidacy.person_id), uow.people.find(place.contact_id)
    programmes = uow.catalogue.programmes.list_all(intake.organisation_id)
    code = next((own.code for own in programmes if own.id == intake.programme_id), "")
    schools = uow.catalogue.list_organisations()
    school = next((own for own in schools if own.id == intake.organisation_id), None)
    if student is None or mentor is None or school is None:
        raise NoMatchPossible
    row = RosterRow(
        line=1,
        framework=code,
        class_group=new.class_group,
        student_id=student.school_id,
        student=read_kept_names(uow, intake.organisation_id)[student.school_id],
        workplace=place.workplace,
        mentor_id=mentor.school_id,
        teacher_id="|".join(own.school_id for own in new.teachers),
        coach_id=new.coach.school_id,
    )
    report = import_roster(uow.catalogue, school, [row], strict=True)
    if report.rejected:
        raise NoMatchPossible(report.rejected[0].reason)


def list_teachers(uow: UnitOfWork, organisation_id: int, class_group: str) -> list[Person]:
    """List who teaches in the class group of this name."""
    return _around(uow, organisation_id, class_group, Role.TEACHER)


def list_coaches(uow: UnitOfWork, intake: Intake, class_group: str) -> list[Person]:
    """List who can coach: who coaches in the class group, and who does so in the programme."""
    there = _around(uow, intake.organisation_id, class_group, Role.COACH)
    others = uow.intakes.list_coaches(intake.id)
    return [*there, *(own for own in others if own.id not in {known.id for known in there})]


def _around(uow: UnitOfWork, organisation_id: int, class_group: str, role: Role) -> list[Person]:
    groups = uow.school_people.list_class_groups(organisation_id)
    group = next((identity for identity, name in groups if fold(name) == fold(class_group)), None)
    around = uow.school_people.list_around(organisation_id, group) if group is not None else ()
    return [own.person for own in around if role in own.roles]
