"""Changing a training plan: a place is chosen, what is tapped moves there, one tap stores it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from bot.domain.planning.training_plans import Where
from bot.domain.school.frameworks import Programme
from bot.domain.school.tracks import Track
from bot.messages import Button, Reply, Sayable, _, lines, words
from bot.use_cases.planning.training_plans.propose_training_plan import (
    NewerVersion,
    NotAround,
    propose_training_plan,
)
from bot.use_cases.planning.training_plans.see_training_plans import StudentPlan, see_training_plans
from handlers.planning.phrases import WHERE_SIGN, WHERE_WORD, say_places
from handlers.planning.training_plans.asked import PlanDrafted
from handlers.planning.training_plans.plan import GONE, NEWER, show_training_plan
from handlers.planning.training_plans.taps import (
    ChangePlan,
    ChoosePlace,
    LeavePlan,
    MoveCompetence,
    MoveGroup,
    ProposePlan,
    StorePlan,
)
from handlers.talking.closed import closed_menu
from handlers.talking.phrases import full_name, short
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

GROUPS = 8
"""Groups of competences that are offered, beside all and those not decided."""

COMPETENCES = 60
CHOSEN = "●"
"""What stands before the place to which the next tap moves."""

ROW = 2
LABEL = 24
"""How long a title is on a button, two in a row."""


def tapped_change(turn: Turn, tap: ChangePlan) -> Replies:
    """Begin to change a plan."""
    return begin_draft(turn, turn.track(tap.track), tap.placement, {})


def begin_draft(
    turn: Turn, track: Track | None, placement: int, moved: Mapping[int, Where]
) -> Replies:
    """Begin a draft over the newest version, or over what is proposed, with changes in it."""
    seen = see_training_plans(turn.uow, turn.person.id, track) if track else None
    own = seen.own(placement) if seen else None
    if seen is None or own is None:
        return [Reply(GONE)]
    turn.remember(seen.track)
    places = {**seen.places_of(placement), **moved}
    turn.ask(
        PlanDrafted(
            track=seen.track.id,
            placement=placement,
            follows=own.plan.id if own.plan else None,
            places={str(key): place.value for key, place in places.items()},
        )
    )
    return [_show(turn, seen)]


def places_of(asked: PlanDrafted) -> dict[int, Where]:
    """Read where a draft pursues each competence."""
    return {int(key): Where(place) for key, place in asked.places.items()}


def stand_draft(turn: Turn, asked: PlanDrafted) -> Reply | None:
    """Show the draft again."""
    track = turn.track(asked.track)
    return _show(turn, see_training_plans(turn.uow, turn.person.id, track)) if track else None


def _show(turn: Turn, seen: StudentPlan) -> Reply:
    asked = turn.asked(PlanDrafted)
    own = seen.own(asked.placement) if asked else None
    if asked is None or own is None:
        return Reply(GONE)
    places, serial = places_of(asked), turn.dialogue.serial
    head = words(full_name(seen.track), own.workplace, _("training plan"), by=" · ")
    how = _(
        "Choose where, and tap what is pursued there; or type it: 8 10 campus. Nothing is stored "
        "until you say so."
    )
    targets = tuple(
        button(
            words(CHOSEN if place == asked.target else None, WHERE_SIGN[place], WHERE_WORD[place]),
            ChoosePlace(serial, place),
        )
        for place in Where
    )
    rows = [targets[:2], targets[2:], *_offer_groups(seen.programme, places, serial)]
    rows += _offer_competences(seen.programme, places, serial)
    rows.append(
        (button(_("store it"), StorePlan(serial)), button(_("leave it"), LeavePlan(serial)))
    )
    return Reply(lines(head, *say_places(seen.programme, places), how), tuple(rows))


def _offer_groups(
    programme: Programme, places: Mapping[int, Where], serial: int
) -> Iterator[tuple[Button, ...]]:
    competences = {competence.id for competence in programme.competences}
    undecided = {key for key in competences if places.get(key, Where.UNDECIDED) is Where.UNDECIDED}
    if undecided and undecided != competences:
        label = _("not decided ({count})", count=len(undecided))
        yield (button(label, MoveGroup(serial, "open")),)
    yield (button(_("all {count}", count=len(competences)), MoveGroup(serial, "all")),)
    for group, title in list(_groups(programme))[:GROUPS]:
        count = len(group_of(programme, places, group))
        yield (button(f"{short(title)} ({count})", MoveGroup(serial, group)),)


def _groups(programme: Programme) -> Iterator[tuple[str, str]]:
    for component in programme.components:
        yield f"c{component.id}", component.title
    for context in programme.contexts:
        yield f"x{context.id}", context.title


def group_of(programme: Programme, places: Mapping[int, Where], group: str) -> Collection[int]:
    """List the competences (identities) of a group."""
    competences = {competence.number: competence.id for competence in programme.competences}
    if group == "all":
        return competences.values()
    if group == "open":
        open_ = Where.UNDECIDED
        return [key for key in competences.values() if places.get(key, open_) is open_]
    numbers: Collection[int] = ()
    for component in programme.components:
        if group == f"c{component.id}":
            numbers = component.competences
    for context in programme.contexts:
        if group == f"x{context.id}":
            numbers = context.competences()
    return [competences[number] for number in numbers if number in competences]


def _offer_competences(
    programme: Programme, places: Mapping[int, Where], serial: int
) -> list[tuple[Button, ...]]:
    buttons = [
        button(
            words(
                WHERE_SIGN[places.get(competence.id, Where.UNDECIDED)],
                competence.number,
                short(competence.title, LABEL),
            ),
            MoveCompetence(serial, competence.id),
        )
        for competence in programme.competences[:COMPETENCES]
    ]
    return [tuple(buttons[at : at + ROW]) for at in range(0, len(buttons), ROW)]


def tapped_place(turn: Turn, tap: ChoosePlace) -> Replies:
    """Choose where what is tapped next is pursued."""
    asked = _live(turn, tap.serial)
    if asked is None:
        return closed_menu(turn)
    turn.keep(replace(asked, target=tap.place.value))
    return _again(turn, asked)


def tapped_group(turn: Turn, tap: MoveGroup) -> Replies:
    """Move a group of competences to the chosen place."""
    asked = _live(turn, tap.serial)
    track = turn.track(asked.track) if asked else None
    if asked is None or track is None:
        return closed_menu(turn)
    group = group_of(turn.programme(track), places_of(asked), tap.group)
    return move(turn, asked, dict.fromkeys(group, Where(asked.target)))


def tapped_move(turn: Turn, tap: MoveCompetence) -> Replies:
    """Move one competence to the chosen place."""
    asked = _live(turn, tap.serial)
    if asked is None or str(tap.competence) not in asked.places:
        return closed_menu(turn)
    return move(turn, asked, {tap.competence: Where(asked.target)})


def move(turn: Turn, asked: PlanDrafted, moved: Mapping[int, Where]) -> Replies:
    """Keep in the draft where competences (identities) are pursued, and show it again."""
    places = {**asked.places, **{str(key): place.value for key, place in moved.items()}}
    turn.keep(replace(asked, places=places))
    return _again(turn, asked)


def _again(turn: Turn, asked: PlanDrafted) -> Replies:
    shown = stand_draft(turn, asked)
    return [replace(shown, edit=True) if shown else Reply(GONE)]


def tapped_store(turn: Turn, tap: StorePlan) -> Replies:
    """Store the draft as the next version."""
    asked = _live(turn, tap.serial)
    return store_draft(turn, asked) if asked else closed_menu(turn)


def store_draft(turn: Turn, asked: PlanDrafted) -> Replies:
    """Store a draft as the next version, and say whom it is asked of."""
    turn.close()
    return _propose(turn, asked.track, asked.placement, places_of(asked), asked.follows)


def tapped_proposal(turn: Turn, tap: ProposePlan) -> Replies:
    """Propose what the activity list says, as it was shown."""
    track = turn.track(tap.track)
    seen = see_training_plans(turn.uow, turn.person.id, track) if track else None
    if seen is None or seen.own(tap.placement) is None:
        return [Reply(GONE)]
    return _propose(turn, tap.track, tap.placement, seen.places_of(tap.placement), None)


def _propose(
    turn: Turn, track_id: int, placement: int, places: Mapping[int, Where], over: int | None
) -> Replies:
    track = turn.track(track_id)
    if track is None:
        return [Reply(GONE)]
    where = (track_id, placement)
    try:
        plan = propose_training_plan(turn.uow, turn.person, where, places, turn.at, over=over)
        said: Sayable = (
            _("Nothing is other than before, so no version was made.")
            if plan is None
            else _(
                "Stored as version {number}. The others are asked whether they agree.",
                number=str(plan.version),
            )
        )
    except NewerVersion:
        said = NEWER
    except NotAround:
        return [Reply(GONE)]
    shown = show_training_plan(turn, track)
    return [replace(shown, text=lines(said, shown.text))]


def tapped_leave(turn: Turn, tap: LeavePlan) -> Replies:
    """Leave the plan as it is."""
    asked = _live(turn, tap.serial)
    return leave_draft(turn, asked) if asked else closed_menu(turn)


def leave_draft(turn: Turn, asked: PlanDrafted) -> Replies:
    """Put a draft away, and show what stands."""
    turn.close()
    track = turn.track(asked.track)
    said = _("All right: it stays as it is.")
    if track is None:
        return [Reply(said)]
    shown = show_training_plan(turn, track)
    return [replace(shown, text=lines(said, shown.text), edit=True)]


def _live(turn: Turn, serial: int) -> PlanDrafted | None:
    return turn.asked(PlanDrafted) if serial == turn.dialogue.serial else None
