"""What comes of an interview, asked in the same order for all: criteria, feedback, outcome, a way.

It is a draft that stays where it is left, until it is told.
"""

from collections.abc import Iterator
from dataclasses import replace

from bot.domain.matching.candidacies import Candidacy
from bot.domain.matching.intakes import Criterion, Intake
from bot.domain.matching.interviews import (
    LONGEST_FEEDBACK,
    Alternative,
    CriterionMet,
    Interview,
    InterviewOutcome,
    Missing,
    missing,
    next_criterion,
)
from bot.domain.school.names import first_name_of
from bot.messages import Button, Quoted, Reply, Sayable, _, colon, lines, words
from bot.use_cases.matching.draft_outcome import (
    TooLongOfIntake,
    has_other_place,
    say_alternative,
    say_criterion,
    say_feedback,
    say_whether,
)
from bot.use_cases.matching.plan_interview import begin_interview
from handlers.matching.asked import AlternativeAwaited, IntakeFeedbackAwaited
from handlers.matching.leading import led_candidacy
from handlers.matching.phrases import (
    MET_WORDS,
    NOT_YOURS,
    TOO_LONG,
    WAY_WORDS,
    WHETHER_WORDS,
    say_whole,
)
from handlers.matching.planning import NOT_FREE, find_meant
from handlers.matching.taps import (
    AskCriterion,
    DecideNoMatch,
    ListGroups,
    SayAlternative,
    SayMet,
    SayWhether,
    ShowCandidate,
    WriteFeedback,
    WriteOutcome,
)
from handlers.talking.phrases import short
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words


def find_led(turn: Turn, interview_id: int) -> tuple[Intake, Candidacy, Interview] | None:
    """Find an interview that is open, in a round that this person leads."""
    interview = turn.uow.intake_reads.find_interview(turn.person.id, interview_id)
    found = led_candidacy(turn, interview.candidacy_id) if interview else None
    if interview is None or found is None or not interview.is_open:
        return None
    return (*found, interview)


def tapped_outcome(turn: Turn, tap: WriteOutcome) -> Replies:
    """Go on where it was left."""
    meant = find_meant(turn, tap.candidacy, tap.place)
    if meant is None:
        return [Reply(NOT_YOURS)]
    interview = begin_interview(turn.uow, meant.candidacy, meant.place, turn.person, turn.at)
    if interview is None:
        return [Reply(NOT_FREE)]
    return ask_next(turn, interview.id)


def ask_next(turn: Turn, interview_id: int, *, edit: bool = False) -> Replies:
    """Ask what is missing, in its order; show all of it where nothing is."""
    found = find_led(turn, interview_id)
    if found is None:
        return [Reply(NOT_YOURS)]
    intake, candidacy, interview = found
    lacks = missing(interview, intake.criteria)
    criterion = next_criterion(interview, intake.criteria)
    if lacks is Missing.CRITERION and criterion is not None:
        shown = _ask_criterion(turn, intake, candidacy, interview, criterion)
        return [replace(shown, edit=edit)]
    if lacks is Missing.FEEDBACK:
        return _ask_feedback(turn, candidacy, interview)
    if lacks is Missing.OUTCOME:
        return [replace(_ask_whether(turn, candidacy, interview), edit=edit)]
    if lacks is Missing.ALTERNATIVE:
        return [replace(_ask_way(turn, candidacy, interview), edit=edit)]
    if lacks is Missing.ALTERNATIVE_WORDS and interview.alternative is not None:
        return _ask_way_words(turn, interview, interview.alternative)
    return [replace(_whole(turn, intake, candidacy, interview), edit=edit)]


def tapped_met(turn: Turn, tap: SayMet) -> Replies:
    """Keep what is said of a criterion, and ask what is next."""
    found = find_led(turn, tap.interview)
    if found is None or not say_criterion(turn.uow, found[0], found[2], tap.criterion, tap.met):
        return [Reply(NOT_YOURS)]
    return ask_next(turn, tap.interview, edit=True)


def tapped_criterion(turn: Turn, tap: AskCriterion) -> Replies:
    """Ask a criterion again."""
    found = find_led(turn, tap.interview)
    criteria = found[0].criteria if found else ()
    criterion = next((own for own in criteria if own.number == tap.number), None)
    if found is None or criterion is None:
        return [Reply(NOT_YOURS)]
    return [replace(_ask_criterion(turn, *found, criterion), edit=True)]


def tapped_feedback(turn: Turn, tap: WriteFeedback) -> Replies:
    """Ask for the feedback anew."""
    found = find_led(turn, tap.interview)
    return _ask_feedback(turn, found[1], found[2]) if found else [Reply(NOT_YOURS)]


def typed_feedback(turn: Turn, question: IntakeFeedbackAwaited, text: str) -> Replies:
    """Keep the feedback, and ask what is next."""
    found = find_led(turn, question.interview)
    if found is None:
        turn.close()
        return [Reply(NOT_YOURS)]
    try:
        say_feedback(turn.uow, found[2], text.strip())
    except TooLongOfIntake:
        return [Reply(_too_long(text))]
    turn.close()
    return ask_next(turn, question.interview)


def tapped_whether(turn: Turn, tap: SayWhether) -> Replies:
    """Keep whether it is a match, and ask what is next."""
    found = find_led(turn, tap.interview)
    if found is None or not say_whether(turn.uow, found[2], tap.outcome):
        return [Reply(NOT_YOURS)]
    return ask_next(turn, tap.interview, edit=True)


def tapped_way(turn: Turn, tap: SayAlternative) -> Replies:
    """Keep another way to go on, and ask for words about it."""
    found = find_led(turn, tap.interview)
    if found is None or not say_alternative(turn.uow, found[2], tap.alternative):
        return [Reply(NOT_YOURS)]
    return ask_next(turn, tap.interview, edit=True)


def typed_way(turn: Turn, question: AlternativeAwaited, text: str) -> Replies:
    """Keep the words about another way to go on, and show all of it."""
    found = find_led(turn, question.interview)
    if found is None:
        turn.close()
        return [Reply(NOT_YOURS)]
    try:
        say_alternative(turn.uow, found[2], Alternative(question.alternative), text.strip())
    except TooLongOfIntake:
        return [Reply(_too_long(text))]
    turn.close()
    return ask_next(turn, question.interview)


def _too_long(text: str) -> Sayable:
    return replace(TOO_LONG, args={"most": LONGEST_FEEDBACK, "count": len(text.strip())})


def _ask_criterion(
    turn: Turn, intake: Intake, candidacy: Candidacy, interview: Interview, criterion: Criterion
) -> Reply:
    text = lines(
        _(
            "{name}: criterion {number} of {count}",
            name=candidacy.name,
            number=criterion.number,
            count=len(intake.criteria),
        ),
        criterion.text,
        _("It is asked for every candidate. Judge what was shown, and not the person."),
    )
    said = interview.met.get(criterion.id)
    rows = tuple(
        (button(MET_WORDS[met], SayMet(interview.id, criterion.id, met),
                chosen=None if said is None else said is met),)
        for met in CriterionMet
    )  # fmt: skip
    before = (
        ((button(_("‹ back"), AskCriterion(interview.id, criterion.number - 1)),),)
        if criterion.number > 1
        else ()
    )
    return offer(turn, Reply(text, (*rows, *before)))


def _ask_feedback(turn: Turn, candidacy: Candidacy, interview: Interview) -> Replies:
    text = lines(
        _("What do you tell {name}? Type it in your own words.", name=candidacy.name),
        _(
            "Say what was good, what was missing for these criteria, and what would help: about "
            "what was done and said, not about who {name} is. {name} reads it as you write it.",
            name=first_name_of(candidacy.name),
        ),
        words(colon(_("So far")), Quoted(interview.feedback)) if interview.feedback else None,
    )
    return await_words(turn, IntakeFeedbackAwaited(interview=interview.id), text)


def _ask_whether(turn: Turn, candidacy: Candidacy, interview: Interview) -> Reply:
    offered = [
        own
        for own in InterviewOutcome
        if own is InterviewOutcome.NO_MATCH or interview.place_id is not None
    ]
    text = lines(
        _("What comes of it for {name}?", name=candidacy.name),
        _("A match needs a place: here is none.") if interview.place_id is None else None,
    )
    rows = tuple((button(WHETHER_WORDS[own], SayWhether(interview.id, own)),) for own in offered)
    return offer(turn, Reply(text, rows))


def _ask_way(turn: Turn, candidacy: Candidacy, interview: Interview) -> Reply:
    text = _("How can {name} go on? Nobody is left without a way.", name=candidacy.name)
    other = has_other_place(turn.uow, interview)
    rows = tuple(
        (button(WAY_WORDS[own], SayAlternative(interview.id, own)),)
        for own in Alternative
        if other or own is not Alternative.ANOTHER_PLACE
    )
    return offer(turn, Reply(text, rows))


def _ask_way_words(turn: Turn, interview: Interview, way: Alternative) -> Replies:
    text = lines(
        colon(WAY_WORDS[way]),
        _("What exactly, and whom can they turn to? Type it: the candidate reads it."),
    )
    return await_words(
        turn, AlternativeAwaited(interview=interview.id, alternative=way.value), text
    )


def _whole(turn: Turn, intake: Intake, candidacy: Candidacy, interview: Interview) -> Reply:
    matches = interview.outcome is InterviewOutcome.MATCH
    go_on = (
        button(_("choose the class group"), ListGroups(interview.id))
        if matches
        else button(_("tell it"), DecideNoMatch(interview.id))
    )
    text = lines(
        _("This is what {name} hears:", name=candidacy.name),
        *say_whole(intake, interview),
        _("Nothing was told yet. Once it is, it stays as it is."),
    )
    rows = ((go_on,), *_change_rows(interview, candidacy))
    return offer(turn, Reply(text, rows))


def _change_rows(interview: Interview, candidacy: Candidacy) -> Iterator[tuple[Button, ...]]:
    other = (
        InterviewOutcome.NO_MATCH
        if interview.outcome is InterviewOutcome.MATCH
        else InterviewOutcome.MATCH
    )
    yield (
        button(_("change a criterion"), AskCriterion(interview.id, 1)),
        button(_("change the feedback"), WriteFeedback(interview.id)),
    )
    if other is InterviewOutcome.NO_MATCH or interview.place_id is not None:
        whether = WHETHER_WORDS[other]
        yield (button(_("rather: {what}", what=whether), SayWhether(interview.id, other)),)
    yield (button(_("‹ {name}", name=short(candidacy.name, 28)), ShowCandidate(candidacy.id)),)
