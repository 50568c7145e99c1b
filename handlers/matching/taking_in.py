"""Taking people into a round: a candidate by name, a place by its workplace and contact."""

from dataclasses import replace
from functools import partial

from bot.domain.matching.candidacies import Candidacy, OfferedPlace
from bot.domain.matching.intakes import Intake
from bot.domain.school.tracks import Person
from bot.messages import Reply, Sayable, Text, _, lines
from bot.use_cases.matching.take_in import (
    NotHere,
    TakenIn,
    add_candidate,
    add_place,
    find_known,
    invite_again,
)
from handlers.matching.asked import CandidateAwaited, KnownOffered, PlaceAwaited
from handlers.matching.leading import led, led_candidacy, led_place, show_intake
from handlers.matching.phrases import NOT_YOURS
from handlers.matching.taps import (
    IntakeSide,
    InviteAgain,
    InviteCandidate,
    OfferPlace,
    TakeKnown,
    TakeNew,
)
from handlers.talking.phrases import short
from handlers.talking.places.invitation import show_invitation
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words

_WHY: dict[str, Text] = {
    "closed": _("The intake is closed: nobody is taken in any more. Nothing was stored."),
    "there": _("{name} is in this intake already. Nothing was stored."),
    "learns": _(
        "{name} is a student of this programme already: a roster changes the workplace. Nothing "
        "was stored."
    ),
    "speaks": _(
        "{name} speaks for a sector, and takes part in no intake as long as that lasts. "
        "Nothing was stored."
    ),
    "leads": _("{name} leads this intake, and cannot take part in it. Nothing was stored."),
    "named": _("A name has 1 to 200 letters, and a workplace 1 to 100. Nothing was stored."),
}


def tapped_invite(turn: Turn, tap: InviteCandidate) -> Replies:
    """Ask for the name of a candidate."""
    if led(turn, tap.intake) is None:
        return [Reply(NOT_YOURS)]
    text = _("Who is the candidate? Type first name and surname.")
    return await_words(turn, CandidateAwaited(intake=tap.intake), text)


def typed_candidate(turn: Turn, question: CandidateAwaited, text: str) -> Replies:
    """Take in who was typed; where somebody is called so already it is asked who is meant."""
    return _meant(turn, question.intake, "", text)


def tapped_offer(turn: Turn, tap: OfferPlace) -> Replies:
    """Ask for a workplace and its contact."""
    if led(turn, tap.intake) is None:
        return [Reply(NOT_YOURS)]
    text = _(
        "Which place is on offer? Type the workplace, a comma, and who speaks for it, such as: "
        "Volta nv, An Hermans"
    )
    return await_words(turn, PlaceAwaited(intake=tap.intake), text)


def typed_place(turn: Turn, question: PlaceAwaited, text: str) -> Replies:
    """Note the place that was typed; without a contact it is asked again."""
    place = read_place(text)
    if place is None:
        missing = _("A comma and a name behind the workplace are missing. Nothing was stored.")
        return [Reply(missing)]
    return _meant(turn, question.intake, *place)


def read_place(text: str) -> tuple[str, str] | None:
    """Read a workplace and, behind the last comma, who speaks for it; None where one is missing."""
    workplace, _comma, name = text.rpartition(",")
    return (workplace.strip(), name.strip()) if workplace.strip() and name.strip() else None


def _meant(turn: Turn, intake_id: int, workplace: str, text: str) -> Replies:
    turn.close()
    intake, name = led(turn, intake_id), " ".join(text.split())
    if intake is None:
        return [Reply(NOT_YOURS)]
    known = find_known(turn.uow, intake.organisation_id, name)
    if not known:
        return _take(turn, intake, workplace, name)
    rows = [
        (button(f"{short(own.name, 26)} · {own.school_id[:12]}", TakeKnown(own.id)),)
        for own in known
    ]
    new = (button(_("somebody else, who is new"), TakeNew()),)
    text_known = _("Somebody is called {name} here already. Who is meant?", name=name)
    kind = partial(KnownOffered, intake=intake_id, workplace=workplace, name=name)
    return [offer(turn, Reply(text_known, (*rows, new)), kind)]


def tapped_known(turn: Turn, tap: TakeKnown) -> Replies:
    """Take in the one who is known."""
    asked = turn.asked(KnownOffered)
    person = turn.uow.school_people.find(turn.person.organisation_id, tap.person)
    return _answered(turn, asked, person) if asked and person else [Reply(NOT_YOURS)]


def tapped_new(turn: Turn, _tap: TakeNew) -> Replies:
    """Take in somebody new of that name."""
    asked = turn.asked(KnownOffered)
    return _answered(turn, asked, asked.name) if asked else [Reply(NOT_YOURS)]


def _answered(turn: Turn, asked: KnownOffered, who: Person | str) -> Replies:
    intake = led(turn, asked.intake)
    turn.ask(None)
    return _take(turn, intake, asked.workplace, who) if intake else [Reply(NOT_YOURS)]


def _take(turn: Turn, intake: Intake, workplace: str, who: Person | str) -> Replies:
    try:
        taken = (
            add_place(turn.uow, intake, workplace, who, turn.person, turn.at)
            if workplace
            else add_candidate(turn.uow, intake, who, turn.person, turn.at)
        )
    except NotHere as refused:
        name = who.name if isinstance(who, Person) else who
        why = _WHY[refused.why]
        return [Reply(replace(why, args={"name": name}) if "{name}" in why.key else why)]
    said = (
        _("{workplace} is noted, with {name}.", workplace=workplace, name=taken.person.name)
        if workplace
        else _("{name} is a candidate now.", name=taken.person.name)
    )
    return _shown(turn, intake, taken, said)


def _shown(turn: Turn, intake: Intake, taken: TakenIn, said: Sayable) -> Replies:
    if taken.invited is not None:
        return [show_intake(turn, intake, said), show_invitation(turn, taken.invited)]
    name = taken.person.first_name
    told = (
        _("{name} uses Kompaan already: /intake is there from now on. Say it to them.", name=name)
        if taken.came
        else _(
            "{name} was known before, and has not come yet: the school gives the link, and then "
            "/intake is there.",
            name=name,
        )
    )
    return [show_intake(turn, intake, lines(said, told))]


def tapped_again(turn: Turn, tap: InviteAgain) -> Replies:
    """Make another link for a candidate or a contact who was brought in by an intake."""
    own = _whose(turn, tap)
    if own is None:
        return [Reply(NOT_YOURS)]
    invited = invite_again(turn.uow, own, turn.person, turn.at)
    if invited is None:
        known = _("Who was known before has a link from the school: ask who runs Kompaan there.")
        return [Reply(known)]
    return [show_invitation(turn, invited)]


def _whose(turn: Turn, tap: InviteAgain) -> Candidacy | OfferedPlace | None:
    """Find whom a link is for."""
    if tap.side is IntakeSide.CANDIDATE:
        found = led_candidacy(turn, tap.own)
        return found[1] if found else None
    place = led_place(turn, tap.own)
    return place[1] if place else None
