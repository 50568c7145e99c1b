"""Put back what was said of visits, promises, notes, interventions and prior learning."""

from collections.abc import Callable
from datetime import datetime

from bot.domain.intervening.interventions import ActsOn, Helped, InterventionLevel, OwnIntervention
from bot.domain.school.tracks import Role, Track
from bot.domain.visiting.promises import PromiseOutcome
from bot.ports import Entry, UnitOfWork
from bot.ports.acts import Act, Doer
from bot.use_cases.desk.keep_note import put_note_back
from bot.use_cases.recognising.decide_claim import take_back_verdict
from bot.use_cases.recognising.send_claim import put_claim_back
from bot.use_cases.recognising.set_prior_rule import put_prior_rule_back
from bot.use_cases.visiting.hold_visit import find_held, take_back_visit


def _held(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    visit = find_held(uow, _coached(uow, entry), entry.before["of"])
    if visit is None:
        return False
    take_back_visit(uow, visit, Doer(entry.author_id, at))
    return True


def _promise(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    tracks = [track.id for track in _coached(uow, entry)]
    promise = uow.visits.find_promise(entry.before["of"], tracks)
    if promise is None or (promise.outcome or "") != entry.before["now"]:
        return False
    was = entry.before["was"]
    uow.visits.end_promise(promise.id, PromiseOutcome(was) if was else None, at)
    return True


def _coached(uow: UnitOfWork, entry: Entry) -> list[Track]:
    return [own for own in uow.tracks.list_of(entry.author_id) if Role.COACH in own.roles]


def _intervention(uow: UnitOfWork, entry: Entry, _at: datetime) -> bool:
    own = _own(uow, entry)
    if own is None:
        return False
    was = entry.before.get("was")
    match entry.before["what"]:
        case "":
            uow.own_interventions.drop(own.id)
        case "level" if was:
            uow.own_interventions.set_level(own.id, InterventionLevel(was))
        case "acts on":
            uow.own_interventions.set_acts_on(own.id, ActsOn(was) if was else None)
        case "purpose" if entry.before["first"]:
            uow.own_interventions.set_purpose(own.id, "")
        case _:
            return False
    return True


def _helped(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    own = _own(uow, entry)
    if own is None:
        return False
    if entry.before["what"] == "helped":
        was = entry.before["was"]
        uow.own_interventions.set_helped(own.id, Helped(was) if was else None, at)
        return True
    if entry.before["first"]:
        uow.own_interventions.set_outcome(own.id, "")
    return bool(entry.before["first"])


def _own(uow: UnitOfWork, entry: Entry) -> OwnIntervention | None:
    person = uow.people.find(entry.author_id)
    if person is None:
        return None
    around = [track.id for track in uow.tracks.list_of(person.id)]
    seen = uow.own_interventions.list_seen(person.id, person.organisation_id, around, ())
    return next((own for own in seen if own.id == entry.before["of"]), None)


def _verdict(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    person = uow.people.find(entry.author_id)
    return person is not None and take_back_verdict(uow, person, entry.before["of"], at)


COACHING: dict[Act, Callable[[UnitOfWork, Entry, datetime], bool]] = {
    Act.VISIT_HELD: _held,
    Act.PROMISE: _promise,
    Act.DESK_NOTE: put_note_back,
    Act.OWN_INTERVENTION: _intervention,
    Act.OWN_INTERVENTION_HELPED: _helped,
    Act.PRIOR_CLAIM: put_claim_back,
    Act.PRIOR_VERDICT: _verdict,
    Act.PRIOR_RULE: put_prior_rule_back,
}
"""How what somebody notes around a student is put back."""
