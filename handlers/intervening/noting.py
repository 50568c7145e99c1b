"""Noting an intervention: about whom or what, what was done, and what it was for."""

from dataclasses import replace

from bot.domain.intervening.interventions import (
    LONGEST,
    InterventionAbout,
    InterventionTarget,
)
from bot.domain.school.tracks import Role
from bot.messages import Reply, Sayable, Text, _, lines
from bot.showing.words.intervening.interventions import ABOUT_WORD
from bot.use_cases.intervening.note_intervention import (
    TooLongSaid,
    note_intervention,
    set_purpose,
)
from bot.use_cases.intervening.see_interventions import find_own, list_targets
from handlers.intervening.asked import InterventionAwaited, PurposeAwaited
from handlers.intervening.interventions import show_intervention
from handlers.intervening.phrases import (
    NOT_YOUR_INTERVENTION,
    actor_of,
    name_target,
)
from handlers.intervening.taps import NoteAbout, NoteIntervention, WritePurpose
from handlers.talking.meaning.whom import nobody
from handlers.talking.paging import open_page
from handlers.talking.phrases import short
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words

OFFERED = 8
"""Of whom or what it can be about, on a page."""

_WHOLE = (InterventionAbout.SCHOOL, InterventionAbout.AUTHORITIES)


def tapped_note(turn: Turn, tap: NoteIntervention) -> Replies:
    """Ask about whom or what it is."""
    targets = _list_named(turn)
    if not targets:
        return [Reply(nobody(turn))]
    listed = open_page(targets, OFFERED, tap.page)
    rows = tuple(
        (button(_brief(name), NoteAbout(target.about, target.id)),)
        for target, name in listed.things
    )
    whole = tuple(button(ABOUT_WORD[about], NoteAbout(about, 0)) for about in _WHOLE)
    text = _("About whom or what is it? A student’s name behind /intervention goes straight there.")
    reply = offer(turn, Reply(text, (*rows, *listed.turns(NoteIntervention), whole)))
    return [replace(reply, edit=tap.page > 0)]


def tapped_about(turn: Turn, tap: NoteAbout) -> Replies:
    """Ask what was done about it."""
    target = InterventionTarget(InterventionAbout(tap.about), tap.target)
    named = _name(turn, target)
    if named is None:
        return [Reply(nobody(turn))]
    track = target.id if target.about is InterventionAbout.STUDENT else 0
    awaited = InterventionAwaited(
        about=target.about.value, track=track, target=0 if track else target.id
    )
    text = lines(
        _("What did you do about {what}? Type it in your own words.", what=named),
        _read_by(turn, track),
    )
    return await_words(turn, awaited, text)


def _read_by(turn: Turn, track_id: int) -> Sayable:
    """Say who reads an intervention, which is about the student of a track where one is named."""
    if not track_id:
        return _("The coaches read it with you.")
    track = turn.track(track_id)
    if track is not None and Role.STUDENT in track.roles:
        return _("The coaches read it with you. It also stands in your own file: /mydata.")
    return _("The coaches read it with you. It also stands in the student’s own file: /mydata.")


def typed_intervention(turn: Turn, question: InterventionAwaited, text: str) -> Replies:
    """Note what was done, and show it with what can be added."""
    about = InterventionAbout(question.about)
    target = InterventionTarget(about, question.track or question.target)
    if _name(turn, target) is None:
        turn.close()
        return [Reply(nobody(turn))]
    actor = actor_of(turn)
    try:
        new = note_intervention(turn.uow, actor, target, text.strip(), turn.at)
    except TooLongSaid:
        return [Reply(say_too_long(text))]
    turn.close()
    own = find_own(turn.uow, actor, new)
    said = _("Stored. In four weeks I ask you once whether it helped.")
    return [show_intervention(turn, own, said) if own else NOT_YOUR_INTERVENTION]


def tapped_purpose(turn: Turn, tap: WritePurpose) -> Replies:
    """Ask what it was for."""
    own = find_own(turn.uow, actor_of(turn), tap.intervention)
    if own is None:
        return [NOT_YOUR_INTERVENTION]
    track = own.target.id if own.target.about is InterventionAbout.STUDENT else 0
    awaited = PurposeAwaited(intervention=own.id, track=track)
    return await_words(turn, awaited, _("What was it for? Type what should become better."))


def typed_purpose(turn: Turn, question: PurposeAwaited, text: str) -> Replies:
    """Keep what it was for."""
    own = find_own(turn.uow, actor_of(turn), question.intervention)
    if own is None:
        turn.close()
        return [NOT_YOUR_INTERVENTION]
    try:
        set_purpose(turn.uow, own, text.strip(), turn.at)
    except TooLongSaid:
        return [Reply(say_too_long(text))]
    turn.close()
    return [show_intervention(turn, replace(own, purpose=text.strip()), _("Stored."))]


def say_too_long(text: str) -> Text:
    """Say how long something may be, and how long this is."""
    return _(
        "Nothing was stored: {most} letters at most, and this has {count}. Say it shorter.",
        most=LONGEST,
        count=len(text.strip()),
    )


def _brief(name: Sayable) -> Sayable:
    return short(name) if isinstance(name, str) else name


def _list_named(turn: Turn) -> list[tuple[InterventionTarget, Sayable]]:
    actor = actor_of(turn)
    if not actor.tracks:
        return []
    students = [
        (InterventionTarget(InterventionAbout.STUDENT, track.id), track.label or track.student)
        for track in actor.tracks
    ]
    named = students + list_targets(turn.uow, actor)
    return [(target, name_target(turn, target, name)) for target, name in named]


def _name(turn: Turn, target: InterventionTarget) -> Sayable | None:
    """Name what it is about; None for what is not around this person."""
    named = dict(_list_named(turn))
    if named and target in [InterventionTarget(about) for about in _WHOLE]:
        return ABOUT_WORD[target.about]
    return named.get(target)
