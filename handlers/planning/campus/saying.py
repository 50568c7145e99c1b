"""How the groups of a lesson are said: who works on what, with which scenario, and why."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, time

from bot.domain.planning.campus.model import GroupKind
from bot.domain.planning.campus.reasons import GroupReason, GroupWhy
from bot.domain.planning.scenarios import Scenario
from bot.domain.planning.sessions import CampusGroup, CampusSession, SessionState
from bot.domain.school.frameworks import Competence, Programme
from bot.domain.school.tracks import Track
from bot.messages import Day, Moment, Sayable, Text, _, _n, lines, listed, words
from bot.use_cases.planning.campus.plan_ahead import ClassPlan, SessionAhead
from handlers.planning.scenarios.keeping import say_scenario
from handlers.talking.phrases import and_more, first_name, short

NAMED = 8
"""Students named of a group where it is told in one line; all of them where it is looked at."""

FEW = 4
"""Students named in a reason, where there are no more."""

COMING = 3
"""Sessions after the next one that are told of in short."""

OWN_CHOICE = _("a scenario of the own choice")
EVERYBODY = _("everybody")

STATES: Mapping[SessionState, Text] = {
    SessionState.PROPOSED: _("proposed"),
    SessionState.CONFIRMED: _("confirmed"),
    SessionState.GIVEN: _("given"),
    SessionState.SKIPPED: _("skipped"),
}

_WHY_ONE: Mapping[GroupWhy, Text] = {
    GroupWhy.NOWHERE: _("{who} lacks it, which work does not train"),
    GroupWhy.NOTHING_YET: _("{who} lacks it, and nothing of it came up at work yet"),
    GroupWhy.NOT_SHOWN: _("{who} lacks it: it came up at work, and is not shown yet"),
}
_WHY_BOTH: Mapping[GroupWhy, Text] = {
    GroupWhy.NOWHERE: _("{who}: both lack it, which nobody trains at work"),
    GroupWhy.NOTHING_YET: _("{who}: both lack it, of which nothing came up at work yet"),
    GroupWhy.NOT_SHOWN: _("{who}: both lack it, which came up at work and is not shown yet"),
}
_WHY_ALL: Mapping[GroupWhy, Text] = {
    GroupWhy.NOWHERE: _("{who}: all lack it, which nobody trains at work"),
    GroupWhy.NOTHING_YET: _("{who}: all lack it, of which nothing came up at work yet"),
    GroupWhy.NOT_SHOWN: _("{who}: all lack it, which came up at work and is not shown yet"),
}
_WHY_SOME: Mapping[int, Text] = {
    2: _("{who}: both lack it; it came up at work for {some} only"),
    3: _("{who}: all lack it; it came up at work for {some} only"),
}
_NOT_BEFORE: Mapping[int, Text] = {
    1: _("{who} lacks it, which work does not train before {day}"),
    2: _("{who}: both lack it, which nobody trains at work before {day}"),
    3: _("{who}: all lack it, which nobody trains at work before {day}"),
}
_GAP = _("nobody's workplace trains it: first, with everybody")
_SUPPORT = _("they practise further what they show with support or had")
_LATER = _("what {who} still lacks comes in a later lesson")
_JOINING = _n(
    "{who} joins, to practise it further",
    "{who} join, to practise it further",
    1,
)
_DIFFERING = _("of {who} mentor and teacher see it differently, so it stays planned")


class LessonSayings:
    """How one class group's groups are said: its students, programme and scenarios at hand."""

    def __init__(
        self,
        programme: Programme,
        tracks: Iterable[Track],
        scenarios: Iterable[Scenario],
    ) -> None:
        """Take what names students, competences and scenarios."""
        self.programme = programme
        self.tracks = {track.id: track for track in tracks}
        self.scenarios = {scenario.id: scenario for scenario in scenarios}

    @classmethod
    def of(cls, plan: ClassPlan) -> "LessonSayings":
        """Take them from a plan."""
        return cls(plan.stand.programme, plan.taught.tracks, plan.scenarios)

    def names(self, tracks: Sequence[int], most: int | None = None) -> Sayable:
        """Name students by their first names, in the order in which they are seen."""
        own = [first_name(self.tracks[track]) for track in tracks if track in self.tracks]
        shown = own if most is None else own[:most]
        return and_more(", ".join(shown), len(own) - len(shown))

    def many(self, tracks: Sequence[int]) -> Sayable:
        """Name students where room is scarce: everybody, or some of them."""
        if len(self.tracks) > 1 and len(tracks) == len(self.tracks):
            return EVERYBODY
        return self.names(tracks, NAMED)

    def joined(self, tracks: Sequence[int]) -> Sayable:
        """Name students with 'and' before the last one; of many some of them."""
        own = [first_name(self.tracks[track]) for track in tracks if track in self.tracks]
        if len(own) > FEW:
            return and_more(", ".join(own[: FEW - 1]), len(own) - FEW + 1)
        return listed(own)

    def competence(self, competence_id: int | None) -> Competence | None:
        """Find what a group works on."""
        return self.programme.competence_by_id(competence_id) if competence_id else None

    def about(self, group: CampusGroup) -> Sayable:
        """Say what a group works on, by number and title."""
        competence = self.competence(group.competence_id)
        return f"{competence.number} {short(competence.title)}" if competence else OWN_CHOICE

    def scenario(self, group: CampusGroup) -> Sayable | None:
        """Say which scenario to take along, or that there is none yet."""
        if group.kind is GroupKind.OWN or group.competence_id is None:
            return None
        found = self.scenarios.get(group.scenario_id or 0)
        return say_scenario(found) if found else _("no scenario yet")


def say_group(
    sayings: LessonSayings,
    group: CampusGroup,
    reason: GroupReason | None,
    *,
    short_of_room: bool = False,
) -> Sayable:
    """Say in one line who works on what, which session it is, and with which scenario."""
    students = sayings.many(group.tracks) if short_of_room else sayings.names(group.tracks)
    return words(
        words(sayings.about(group), ": ", students, by=""),
        _session_of(reason),
        sayings.scenario(group),
        by=" · ",
    )


def _session_of(reason: GroupReason | None) -> Sayable | None:
    if reason is None or reason.of < 2:
        return None
    return _("session {which} of {of}", which=reason.session, of=reason.of)


def say_why(sayings: LessonSayings, reason: GroupReason) -> Sayable | None:
    """Say why a group is as it is; None where there is nothing to say."""
    said = [
        _main_reason(sayings, reason),
        _say(sayings, _JOINING, reason.joining) if reason.why is not GroupWhy.SUPPORT else None,
        _say(sayings, _LATER, reason.waiting),
        _say(sayings, _DIFFERING, reason.differing),
    ]
    return words(*said, by="; ") if any(said) else None


def _say(sayings: LessonSayings, text: Text, tracks: Sequence[int]) -> Sayable | None:
    if not tracks:
        return None
    args = {"who": sayings.joined(tracks)}
    if text.plural:
        return Text(text.key, {"count": len(tracks), **args}, text.plural, len(tracks))
    return Text(text.key, args)


def _main_reason(sayings: LessonSayings, reason: GroupReason) -> Sayable | None:
    if reason.why is GroupWhy.GAP:
        return _GAP
    if reason.why is GroupWhy.SUPPORT:
        return _SUPPORT
    if reason.why is GroupWhy.OWN or not reason.lacking:
        return None
    who, many = sayings.joined(reason.lacking), min(len(reason.lacking), 3)
    if reason.why is GroupWhy.NOWHERE and reason.not_before is not None:
        day = datetime.combine(reason.not_before, time(12), UTC)
        return Text(_NOT_BEFORE[many].key, {"who": who, "day": Day(day, full=True)})
    if reason.why is GroupWhy.NOT_SHOWN and len(reason.came_up) < len(reason.lacking):
        some = sayings.joined(reason.came_up)
        return Text(_WHY_SOME[many].key, {"who": who, "some": some})
    texts = (_WHY_ONE, _WHY_BOTH, _WHY_ALL)[many - 1]
    return Text(texts[reason.why].key, {"who": who})


def say_session(sayings: LessonSayings, ahead: SessionAhead) -> Iterator[Sayable]:
    """Say the groups of a session in full, each with its reason below it."""
    for group, reason in pair(ahead):
        yield say_group(sayings, group, reason)
        why = say_why(sayings, reason) if reason else None
        if why is not None:
            yield words("   ", why, by="")


def pair(ahead: SessionAhead) -> list[tuple[CampusGroup, GroupReason | None]]:
    """Put each group of a session beside its reason."""
    reasons = (*ahead.reasons, *(None,) * len(ahead.session.groups))
    return list(zip(ahead.session.groups, reasons, strict=False))


def say_in_short(sayings: LessonSayings, session: CampusSession) -> Sayable:
    """Say a session in one line: when it is, and who works on what."""
    groups = (
        words(sayings.about(group), ": ", sayings.many(group.tracks), by="")
        for group in session.groups
    )
    return words(Moment(session.starts_at), words(*groups, by="; "), by=" · ")


def say_preparation(sayings: LessonSayings, session: CampusSession) -> Sayable:
    """Say what to prepare for a session: its groups with their scenarios."""
    return lines(*(say_group(sayings, group, None) for group in session.groups))
