"""Telling what came of it; for a match in which class group somebody begins, and with whom."""

from dataclasses import replace
from functools import partial

from bot.domain.folding import fold
from bot.domain.matching.intakes import Intake
from bot.domain.school.tracks import Person, Role
from bot.messages import Reply, Sayable, _, colon, lines, listed, words
from bot.use_cases.matching.decide_interview import (
    NewStudent,
    NoMatchPossible,
    OutcomeUnfinished,
    decide_match,
    decide_no_match,
    list_coaches,
    list_teachers,
)
from handlers.matching.asked import GroupAwaited, MatchOffered
from handlers.matching.leading import led_candidacy, show_candidate
from handlers.matching.outcome import ask_next, find_led
from handlers.matching.phrases import NOT_YOURS
from handlers.matching.taps import (
    ChooseCoach,
    ChooseGroup,
    DecideNoMatch,
    ListGroups,
    MatchHere,
    WriteOutcome,
)
from handlers.talking.phrases import ROLE_WORD, short
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words

GROUPS = 12
"""Class groups with a button at once; any other is typed."""

COACHES = 6
"""Coaches of a class group with a button at once."""

LONGEST_GROUP = 100


def tapped_no_match(turn: Turn, tap: DecideNoMatch) -> Replies:
    """Tell that there is no match."""
    found = find_led(turn, tap.interview)
    if found is None:
        return [Reply(NOT_YOURS)]
    intake, candidacy, interview = found
    try:
        decide_no_match(turn.uow, intake, interview, turn.person, turn.at)
    except OutcomeUnfinished:
        return ask_next(turn, tap.interview)
    except NoMatchPossible as refused:
        return [Reply(_say_why(refused) if refused.reason else NOT_YOURS)]
    return _told(turn, candidacy.id, _("I tell {name}.", name=candidacy.name))


def tapped_groups(turn: Turn, tap: ListGroups) -> Replies:
    """Ask in which class group a candidate begins."""
    found = find_led(turn, tap.interview)
    if found is None:
        return [Reply(NOT_YOURS)]
    groups = turn.uow.school_people.list_class_groups(turn.person.organisation_id)
    rows = [
        (button(short(name), ChooseGroup(tap.interview, identity)),)
        for identity, name in groups[:GROUPS]
    ]
    other = (button(_("another class group …"), ChooseGroup(tap.interview, 0)),)
    text = _("In which class group does {name} begin?", name=found[1].name)
    return [offer(turn, Reply(text, (*rows, other), edit=True))]


def tapped_group(turn: Turn, tap: ChooseGroup) -> Replies:
    """Ask who coaches there; a group that is not there yet is typed."""
    found = find_led(turn, tap.interview)
    if found is None:
        return [Reply(NOT_YOURS)]
    if not tap.group:
        text = _("What is the class group called?")
        return await_words(turn, GroupAwaited(interview=tap.interview), text)
    groups = dict(turn.uow.school_people.list_class_groups(turn.person.organisation_id))
    if tap.group not in groups:
        return [Reply(NOT_YOURS)]
    return _ask_coach(turn, tap.interview, groups[tap.group])


def typed_group(turn: Turn, question: GroupAwaited, text: str) -> Replies:
    """Take the class group that was typed: one that is there, or a new one."""
    name = " ".join(text.split())
    if not 0 < len(name) <= LONGEST_GROUP:
        return [Reply(_("A class group has 1 to 100 letters. Nothing was stored."))]
    turn.close()
    groups = turn.uow.school_people.list_class_groups(turn.person.organisation_id)
    known = next((own for _id, own in groups if fold(own) == fold(name)), name)
    return _ask_coach(turn, question.interview, known)


def _ask_coach(turn: Turn, interview_id: int, group: str) -> Replies:
    found = find_led(turn, interview_id)
    if found is None:
        return [Reply(NOT_YOURS)]
    coaches = list_coaches(turn.uow, found[0], group)
    if not coaches:
        none = _(
            "Nobody coaches in {programme} yet: a roster says who does. Nothing was stored.",
            programme=found[0].programme,
        )
        return [Reply(none)]
    own = [coach for coach in coaches if coach.id == turn.person.id]
    others = [coach for coach in coaches if coach.id != turn.person.id][:COACHES]
    known = _identify(turn, group)
    rows = tuple(
        (
            button(
                _("I do") if coach in own else short(coach.name),
                ChooseCoach(interview_id, known, coach.id),
            ),
        )
        for coach in (*own, *others)
    )
    kind = partial(MatchOffered, interview=interview_id, group=group)
    return [offer(turn, Reply(_("Who coaches?"), rows, edit=True), kind)]


def _identify(turn: Turn, group: str) -> int:
    """Find a class group by its name; 0 for one that is new."""
    groups = turn.uow.school_people.list_class_groups(turn.person.organisation_id)
    return next((identity for identity, name in groups if fold(name) == fold(group)), 0)


def tapped_coach(turn: Turn, tap: ChooseCoach) -> Replies:
    """Show what a match would do, before it is done."""
    groups = dict(turn.uow.school_people.list_class_groups(turn.person.organisation_id))
    asked, found = turn.asked(MatchOffered), find_led(turn, tap.interview)
    typed = asked.group if asked and asked.interview == tap.interview and not tap.group else ""
    group = groups.get(tap.group, typed)
    coaches = list_coaches(turn.uow, found[0], group) if found and group else []
    coach = next((own for own in coaches if own.id == tap.coach), None)
    if coach is None:
        return [Reply(NOT_YOURS)]
    return _ask_sure(turn, tap.interview, group, coach)


def _ask_sure(turn: Turn, interview_id: int, group: str, coach: Person) -> Replies:
    found = find_led(turn, interview_id)
    place = turn.uow.candidacies.find_place(found[2].place_id or 0) if found else None
    if found is None or place is None:
        return [Reply(NOT_YOURS)]
    teachers = [own.name for own in _teachers(turn, group)]
    text = lines(
        _(
            "{name} begins in {group} of {programme}, at {workplace}.",
            name=found[1].name,
            group=group,
            programme=found[0].programme,
            workplace=place.workplace,
        ),
        words(colon(ROLE_WORD[Role.MENTOR]), place.contact),
        words(colon(_("teachers")), listed(teachers))
        if teachers
        else _("No teacher yet: a roster names them."),
        words(colon(ROLE_WORD[Role.COACH]), coach.name),
        _(
            "Mentor and teachers see scores from now on, and nothing of the intake. I tell what "
            "came of it."
        ),
    )
    rows = (
        (button(_("yes, begin"), MatchHere(interview_id)),),
        (button(_("no, back"), WriteOutcome(found[1].id, place.id)),),
    )
    kind = partial(MatchOffered, interview=interview_id, group=group, coach=coach.id)
    return [offer(turn, Reply(text, rows, edit=True), kind)]


def _teachers(turn: Turn, group: str) -> list[Person]:
    return list_teachers(turn.uow, turn.person.organisation_id, group)


def tapped_match(turn: Turn, tap: MatchHere) -> Replies:
    """Let a candidate begin as it was shown."""
    asked, found = turn.asked(MatchOffered), find_led(turn, tap.interview)
    if asked is None or asked.interview != tap.interview or found is None:
        return [Reply(NOT_YOURS)]
    intake, candidacy, interview = found
    coach = turn.uow.people.find(asked.coach)
    if coach is None:
        return [Reply(NOT_YOURS)]
    new = NewStudent(asked.group, _teachers(turn, asked.group), coach)
    turn.ask(None)
    try:
        decide_match(turn.uow, intake, interview, new, turn.person, turn.at)
    except OutcomeUnfinished:
        return ask_next(turn, tap.interview)
    except NoMatchPossible as refused:
        return [Reply(_say_why(refused))]
    said = _("{name} is a student now. I tell what came of it.", name=candidacy.name)
    return _told(turn, candidacy.id, said, intake)


def _say_why(refused: NoMatchPossible) -> Sayable:
    if refused.reason is None:
        return _("The candidate or the place is not free any more: nothing was stored.")
    return lines(_("Nothing was stored, since a rule is in the way:"), refused.reason)


def _told(turn: Turn, candidacy_id: int, said: Sayable, intake: Intake | None = None) -> Replies:
    found = led_candidacy(turn, candidacy_id)
    if found is None:
        return [Reply(said, edit=True)]
    return [replace(show_candidate(turn, *found, said), edit=True)]
