"""`/intervention`: what was done to help learning, by oneself and around one's tracks."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from bot.domain.days import opening
from bot.domain.folding import fold
from bot.domain.intervening.interventions import (
    ActsOn,
    Helped,
    InterventionAbout,
    InterventionLevel,
    InterventionTarget,
    OwnIntervention,
)
from bot.domain.school.tracks import Track
from bot.messages import Button, Day, Quoted, Reply, Sayable, _, _n, colon, lines, words
from bot.showing.words.intervening.interventions import ACTS_ON_WORD, HELPED_WORD, LEVEL_WORD
from bot.use_cases.intervening.note_intervention import (
    drop_intervention,
    set_acts_on,
    set_level,
)
from bot.use_cases.intervening.see_interventions import (
    Actor,
    find_own,
    find_targets,
    list_targets,
    may_see_year,
    see_interventions,
)
from handlers.intervening.phrases import (
    NOT_YOUR_INTERVENTION,
    actor_of,
    name_target,
    say_intervention,
)
from handlers.intervening.taps import (
    ChooseActsOn,
    ChooseLevel,
    DropIntervention,
    JudgeIntervention,
    ListAbout,
    ListInterventions,
    NoteAbout,
    NoteIntervention,
    SayMore,
    ShowIntervention,
    ShowYear,
    WriteOutcome,
    WritePurpose,
)
from handlers.intervening.year import show_year
from handlers.talking.meaning.whom import Sought, Unclear, nobody
from handlers.talking.paging import open_page
from handlers.talking.phrases import short
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

LISTED = 8
"""Interventions on a page."""

_YEAR = frozenset({"year", "jaar", "annee", "jahr"})


def seek_interventions(turn: Turn, said: str) -> Sought[Track, None]:
    """Read whom `/intervention` is about. Raises Unclear with the list where nobody is named."""
    actor = actor_of(turn)
    if not actor.tracks and not may_see_year(turn.uow, actor):
        raise Unclear(Reply(nobody(turn)))
    if fold(said.strip()) in _YEAR and may_see_year(turn.uow, actor):
        raise Unclear(show_year(turn))
    if not said.strip() or not actor.tracks:
        raise Unclear(_list_page(turn, 0))
    places, whole = find_targets(turn.uow, actor, said)
    if places and (whole or not _names_somebody(actor.tracks, said)):
        raise Unclear(_of_places(turn, places))
    return Sought(said.strip(), actor.tracks, None)


def _names_somebody(tracks: Sequence[Track], said: str) -> bool:
    """Say whether words may name a student: then they do not name a place."""
    wanted = fold(said).split()
    return any(
        any(word.startswith(wanted[0]) for word in fold(name).split())
        for track in tracks
        for name in (track.student, track.label)
        if name
    )


def _of_places(turn: Turn, places: Sequence[tuple[InterventionTarget, str]]) -> Reply:
    if len(places) == 1:
        ((target, _named),) = places
        return _list_page(turn, 0, target)
    rows = tuple(
        (button(short(name), ListAbout(target.about, target.id, 0)),)
        for target, name in places[:LISTED]
    )
    return offer(turn, Reply(_("Which one do you mean?"), rows))


def show_interventions(turn: Turn, track: Track, _nothing: None = None) -> Replies:
    """Show what was done about a student, and offer to note more."""
    return [_list_page(turn, 0, InterventionTarget(InterventionAbout.STUDENT, track.id))]


def tapped_list(turn: Turn, tap: ListInterventions) -> Replies:
    """Turn to another page."""
    return [replace(_list_page(turn, tap.page), edit=True)]


def tapped_list_about(turn: Turn, tap: ListAbout) -> Replies:
    """Turn to a page of those about a workplace or a class group around this person."""
    target, actor = InterventionTarget(InterventionAbout(tap.about), tap.target), actor_of(turn)
    students = [InterventionTarget(InterventionAbout.STUDENT, own.id) for own in actor.tracks]
    if target not in [*students, *dict(list_targets(turn.uow, actor))]:
        return [Reply(nobody(turn))]
    return [replace(_list_page(turn, tap.page, target), edit=tap.page > 0)]


def tapped_show(turn: Turn, tap: ShowIntervention) -> Replies:
    """Show one, with what its author can add."""
    actor = actor_of(turn)
    seen = see_interventions(turn.uow, actor)
    found = next((own for own in seen if own.id == tap.intervention), None)
    return [show_intervention(turn, found) if found else NOT_YOUR_INTERVENTION]


def tapped_more(turn: Turn, tap: SayMore) -> Replies:
    """Ask at which level it acts, and on what."""
    own = find_own(turn.uow, actor_of(turn), tap.intervention)
    if own is None:
        return [NOT_YOUR_INTERVENTION]
    text = lines(
        Quoted(short(own.words, 200)),
        words(_("Level:"), LEVEL_WORD[own.level]),
        _("Does it act at another level? On what does it act? Tap one."),
    )
    levels = (
        (button(word, ChooseLevel(own.id, level)),)
        for level, word in LEVEL_WORD.items()
        if level is not own.level
    )
    acts_on = (
        button(word, ChooseActsOn(own.id, acts_on))
        for acts_on, word in ACTS_ON_WORD.items()
        if acts_on is not own.acts_on
    )
    return [offer(turn, Reply(text, (*levels, tuple(acts_on))))]


def tapped_level(turn: Turn, tap: ChooseLevel) -> Replies:
    """Note the level that was chosen."""
    own = find_own(turn.uow, actor_of(turn), tap.intervention)
    if own is None:
        return [NOT_YOUR_INTERVENTION]
    level = InterventionLevel(tap.level)
    set_level(turn.uow, own, level, turn.at)
    return [replace(show_intervention(turn, replace(own, level=level)), edit=True)]


def tapped_acts_on(turn: Turn, tap: ChooseActsOn) -> Replies:
    """Note what it acts on."""
    own = find_own(turn.uow, actor_of(turn), tap.intervention)
    if own is None:
        return [NOT_YOUR_INTERVENTION]
    acts_on = ActsOn(tap.acts_on)
    set_acts_on(turn.uow, own, acts_on, turn.at)
    return [replace(show_intervention(turn, replace(own, acts_on=acts_on)), edit=True)]


def tapped_drop(turn: Turn, tap: DropIntervention) -> Replies:
    """Take one away."""
    own = find_own(turn.uow, actor_of(turn), tap.intervention)
    if own is None:
        return [NOT_YOUR_INTERVENTION]
    drop_intervention(turn.uow, own, turn.at)
    return [Reply(words(_("Taken away:"), Quoted(own.words)), edit=True)]


def show_intervention(turn: Turn, own: OwnIntervention, before: Sayable | None = None) -> Reply:
    """Show one; its author may say more of it."""
    text = lines(before, *say_intervention(turn, own))
    rows = _more(own) if own.by_id == turn.person.id else ()
    return offer(turn, Reply(text, rows))


def judging(own: OwnIntervention) -> tuple[tuple[Button, ...], ...]:
    """Offer to say whether one helped."""
    return (
        tuple(button(HELPED_WORD[said], JudgeIntervention(own.id, said)) for said in _SURE),
        (button(HELPED_WORD[Helped.UNKNOWN], JudgeIntervention(own.id, Helped.UNKNOWN)),),
    )


_SURE = (Helped.YES, Helped.PARTLY, Helped.NO)


def _more(own: OwnIntervention) -> tuple[tuple[Button, ...], ...]:
    purpose = _("another purpose …") if own.purpose else _("what it was for …")
    outcome = (button(_("what came of it …"), WriteOutcome(own.id)),) if own.helped else ()
    return (
        (button(purpose, WritePurpose(own.id)), *outcome),
        (button(_("level, and what it acts on …"), SayMore(own.id)),),
        *(() if own.helped else judging(own)),
        (button(_("take it away"), DropIntervention(own.id)),),
    )


def _list_page(turn: Turn, page: int, about: InterventionTarget | None = None) -> Reply:
    actor = actor_of(turn)
    seen = see_interventions(turn.uow, actor, about)
    listed = open_page(seen, LISTED, page)
    rows = tuple((button(short(own.words), ShowIntervention(own.id)),) for own in listed.things)
    turns = listed.turns(
        ListInterventions if about is None else partial(ListAbout, about.about, about.id)
    )
    note = NoteAbout(about.about, about.id) if about is not None else NoteIntervention(0)
    ways = (
        *((button(_("note one"), note),) if actor.tracks else ()),
        *((button(_("the year"), ShowYear()),) if may_see_year(turn.uow, actor) else ()),
    )
    text = lines(_head(turn, actor, about, len(seen)), *(_line(turn, own) for own in listed.things))
    return offer(turn, Reply(text, (*rows, *turns, ways)))


def _head(turn: Turn, actor: Actor, about: InterventionTarget | None, count: int) -> Sayable:
    what = _("An intervention is what somebody does on purpose to help learning.")
    if about is not None:
        named = _name(turn, actor, about)
        if not count:
            return words(what, _("None about {what} is noted here yet.", what=named))
        return _n(
            "{count} intervention about {student}, the newest first:",
            "{count} interventions about {student}, the newest first:",
            count,
            student=named,
        )
    if not count:
        return words(what, _("None is noted here yet."))
    return _n(
        "{count} intervention, the newest first:", "{count} interventions, the newest first:", count
    )


def _name(turn: Turn, actor: Actor, about: InterventionTarget) -> Sayable:
    if about.about is InterventionAbout.STUDENT:
        track = turn.track(about.id)
        return track.shown if track else ""
    return dict(list_targets(turn.uow, actor)).get(about, "")


def _line(turn: Turn, own: OwnIntervention) -> Sayable:
    day = Day(opening(own.done_on, turn.person.time_zone))
    by = own.by if own.by_id != turn.person.id else None
    helped = HELPED_WORD[own.helped] if own.helped else None
    about = colon(name_target(turn, own.target, own.named))
    return words(words("•", about, Quoted(short(own.words, 60))), day, by, helped, by=" · ")
