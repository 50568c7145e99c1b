"""Naming who stands in: for which students, who, and until when; nothing is stored before that."""

import re
from dataclasses import replace
from functools import partial

from bot.domain.school.names import first_name_of
from bot.domain.school.tracks import Role
from bot.domain.supporting.substitutes import LONGEST_NAME, Candidate
from bot.messages import Reply, _, lines
from bot.use_cases.supporting.substitutes.name_substitute import (
    WrongName,
    find_namesake,
    is_in_school,
    read_name,
)
from bot.use_cases.supporting.substitutes.see_substitutes import (
    Replaceable,
    find_replaceable,
    list_candidates,
)
from handlers.supporting.substitutes.asked import (
    NewcomerAwaited,
    SubstituteOffered,
)
from handlers.supporting.substitutes.phrases import (
    NAMED,
    NOT_YOURS,
)
from handlers.supporting.substitutes.taps import (
    AskNewcomer,
    AskUntilWhen,
    AskWhoStandsIn,
)
from handlers.supporting.substitutes.until import ask_until
from handlers.talking.meaning.names import meant_by
from handlers.talking.phrases import ROLE_LETTER, ROLE_WORD, name_few, short
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import Tap, button
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words

OFFERED = 8
"""Students, or people who could stand in, with a button of their own."""

FRIDAY = 4
_LIKE_A_NAME = re.compile(r"[^\W\d_]+(?:[ '’.-]+[^\W\d_]+){0,4}\.?")


def ask_for_whom(turn: Turn, own: Replaceable) -> Reply:
    """Ask for which students somebody else stands in, or who, where there is only one."""
    first = own.first
    if len(own.tracks) == 1:
        return ask_who(turn, own, own.tracks[0][0])
    everybody = button(
        _("everybody"),
        AskWhoStandsIn(first.person_id, first.role, 0),
    )
    each = [
        button(short(student), AskWhoStandsIn(first.person_id, first.role, track))
        for track, student in own.tracks[:OFFERED]
    ]
    text = _("For whom does somebody stand in for {absent}?", absent=first.person)
    return offer(turn, Reply(text, tuple((row,) for row in (everybody, *each))))


def tapped_who(turn: Turn, tap: AskWhoStandsIn) -> Replies:
    """Ask who stands in."""
    own = find_replaceable(turn.uow, turn.tracks, tap.absent, tap.role, tap.track)
    return [ask_who(turn, own, tap.track)] if own else [Reply(NOT_YOURS)]


def ask_who(turn: Turn, own: Replaceable, track: int) -> Reply:
    """Ask who of the school stands in, those first who are near."""
    first = own.first
    near = [known for known in list_candidates(turn.uow, own) if known.near][:OFFERED]
    rows = [
        (button(short(known.name),
                AskUntilWhen(first.person_id, ROLE_LETTER[first.role], track, known.person_id)),)
        for known in near
    ]  # fmt: skip
    rows.append((button(_("somebody new …"), AskNewcomer(first.person_id, first.role, track)),))
    text = lines(
        _(
            "Who stands in for {absent}, as {role} of {students}? Tap it, or type the name.",
            absent=first.person,
            role=ROLE_WORD[first.role],
            students=name_few([student for _track, student in own.tracks], NAMED),
        ),
        _("They see and score what {absent} does there, and lose it after the last day.",
          absent=first_name_of(first.person)),
    )  # fmt: skip
    kind = partial(SubstituteOffered, absent=first.person_id, role=first.role.value, track=track)
    return offer(turn, Reply(text, tuple(rows)), kind)


def mean_candidate(turn: Turn, asked: SubstituteOffered, text: str) -> Tap | None:
    """Read a typed name: somebody near, or of the school by the whole name; else who is new."""
    role = Role(asked.role)
    own = find_replaceable(turn.uow, turn.tracks, asked.absent, role, asked.track)
    name = text.strip(" .!")
    if own is None or not _LIKE_A_NAME.fullmatch(name):
        return None
    known = list_candidates(turn.uow, own)
    found = meant_by(name, [who for who in known if who.near], _name_of).sure
    found = found or find_namesake(known, name)
    if found is not None:
        return AskUntilWhen(asked.absent, ROLE_LETTER[role], asked.track, found.person_id)
    if " " not in name:
        return None
    turn.keep(replace(asked, typed=name))
    return AskNewcomer(asked.absent, role, asked.track)


def tapped_newcomer(turn: Turn, tap: AskNewcomer) -> Replies:
    """Ask for the name of somebody who is new to the school."""
    own = find_replaceable(turn.uow, turn.tracks, tap.absent, tap.role, tap.track)
    if own is None:
        return [Reply(NOT_YOURS)]
    if turn.person.sample:
        return [Reply(_("The sample takes in nobody new: choose somebody who is there."))]
    named = turn.asked(SubstituteOffered)
    asked = NewcomerAwaited(absent=tap.absent, role=tap.role.value, track=tap.track)
    if named is not None and named.typed:
        return typed_newcomer(turn, asked, named.typed)
    text = lines(
        _("What is the first name and the family name of who is new? Type both."),
        _("Afterwards I make a link that you hand over."),
    )
    return await_words(turn, asked, text)


def typed_newcomer(turn: Turn, asked: NewcomerAwaited, text: str) -> Replies:
    """Take the name, and ask until when; who is known already is taken for that person."""
    role = Role(asked.role)
    own = find_replaceable(turn.uow, turn.tracks, asked.absent, role, asked.track)
    if own is None:
        turn.close()
        return [Reply(NOT_YOURS)]
    try:
        name = read_name(text)
    except WrongName:
        wrong = _("A first name and a family name, please, of {most} letters at most.",
                  most=LONGEST_NAME)  # fmt: skip
        return [Reply(wrong)]
    known = find_namesake(list_candidates(turn.uow, own), name)
    if known is not None:
        return [ask_until(turn, own, asked.track, known)]
    if is_in_school(turn.uow, own.first.organisation_id, name):
        there = _(
            "Nothing was stored: {name} is in the school’s list already, as somebody who cannot "
            "stand in here. Is it somebody else of that name? Type the name with something more.",
            name=name,
        )
        return [Reply(there)]
    return [ask_until(turn, own, asked.track, Candidate(0, name, near=False))]


def _name_of(who: Candidate) -> str:
    return who.name
