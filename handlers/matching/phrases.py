"""How intakes are put into words: where somebody stands, what is said of a criterion, refusals."""

from collections.abc import Iterator, Sequence

from bot.domain.matching.candidacies import Candidacy, CandidacyEnding, OfferedPlace, PlaceEnding
from bot.domain.matching.intakes import Intake
from bot.domain.matching.interviews import (
    Alternative,
    CriterionMet,
    Interview,
    InterviewOutcome,
)
from bot.domain.questions import GivenAnswer, SchoolQuestion
from bot.messages import Moment, Quoted, Sayable, Text, _, colon, words
from handlers.talking.questions.walking import say_answer

NOT_YOURS = _("That is no intake that you lead.")
NOT_OWN = _("You do not take part in that intake, or it is over for you.")
FOR_WHOM = _(
    "Nobody here is in an intake with you. It is for candidates, for companies that offer them a "
    "place, and for whoever leads it at school."
)

MET_WORDS: dict[CriterionMet, Text] = {
    CriterionMet.MET: _("met"),
    CriterionMet.PARTLY: _("met in part"),
    CriterionMet.NOT_YET: _("not met yet"),
}
WHETHER_WORDS: dict[InterviewOutcome, Text] = {
    InterviewOutcome.MATCH: _("a match"),
    InterviewOutcome.NO_MATCH: _("no match here"),
}
WAY_WORDS: dict[Alternative, Text] = {
    Alternative.ANOTHER_PLACE: _("another place in this intake"),
    Alternative.PREPARATORY: _("a path that prepares"),
    Alternative.ANOTHER_PROGRAMME: _("another programme"),
    Alternative.OTHER: _("something else"),
}
_ENDED: dict[CandidacyEnding, Text] = {
    CandidacyEnding.MATCHED: _("has a place"),
    CandidacyEnding.NO_MATCH: _("no match; knows how to go on"),
    CandidacyEnding.WITHDRAWN: _("withdrawn"),
}
_PLACE_ENDED: dict[PlaceEnding, Text] = {
    PlaceEnding.TAKEN: _("taken"),
    PlaceEnding.WITHDRAWN: _("withdrawn"),
    PlaceEnding.CLOSED: _("not taken; the intake is closed"),
}
TOO_LONG = _("Nothing was stored: {most} letters at most, and this has {count}. Say it shorter.")


def next_interview(interviews: Sequence[Interview], candidacy_id: int) -> Interview | None:
    """Find the first interview of a candidate that is planned and not decided."""
    planned = (
        own
        for own in interviews
        if own.candidacy_id == candidacy_id and own.is_open and own.planned_for is not None
    )
    return min(planned, key=lambda own: own.planned_for or own.made_at, default=None)


def say_candidate(own: Candidacy, interviews: Sequence[Interview]) -> Sayable:
    """Say where a candidate stands."""
    if own.ending is not None:
        return _ENDED[own.ending]
    coming = next_interview(interviews, own.id)
    if coming is not None and coming.planned_for is not None:
        return _("interview: {when}", when=Moment(coming.planned_for))
    if own.sent_at is None:
        return _("has not answered yet")
    if any(other.candidacy_id == own.id and other.decided_at for other in interviews):
        return _("no match yet: looks for another place")
    return _("answered; an interview is to be planned")


def say_place(own: OfferedPlace) -> Sayable:
    """Say how it stands with a place on offer."""
    if own.ending is not None:
        return _PLACE_ENDED[own.ending]
    return _("answered; free") if own.sent_at else _("has not answered yet; free")


def say_answers(
    questions: Sequence[SchoolQuestion], given: Sequence[GivenAnswer], language: str
) -> Iterator[Sayable]:
    """Say each question with its answer."""
    answers = {answer.number: answer for answer in given}
    for question in questions:
        answer = say_answer(question, answers.get(question.number), language)
        yield words(f"{question.number}.", question.text(language))
        yield words("→", answer)


def say_met(number: int, text: str, met: CriterionMet | None) -> Sayable:
    """Say a criterion, and what is said of it."""
    return words(colon(words(f"{number}.", text, by=" ")), MET_WORDS[met] if met else "—")


def say_whole(intake: Intake, interview: Interview) -> Iterator[Sayable]:
    """Say all that comes of an interview, as whoever leads writes it and its candidate hears it."""
    for criterion in intake.criteria:
        yield say_met(criterion.number, criterion.text, interview.met.get(criterion.id))
    yield words(colon(_("Feedback")), Quoted(interview.feedback))
    if interview.outcome is not None:
        yield words(colon(_("What comes of it")), WHETHER_WORDS[interview.outcome])
    if interview.alternative is not None and interview.outcome is InterviewOutcome.NO_MATCH:
        words_of = interview.alternative_words
        yield words(
            colon(_("How you can go on")),
            WAY_WORDS[interview.alternative],
            Quoted(words_of) if words_of else None,
        )
