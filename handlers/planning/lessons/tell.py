"""Before a lesson: what is new at the workplaces since one was told, and the groups that follow."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta

from bot.domain.planning.lessons import LOOKED_AROUND
from bot.domain.school.frameworks import Competence
from bot.domain.school.tracks import Role, Track
from bot.messages import Button, Day, Moment, Reply, Sayable, Text, _, _n, colon, lines, words
from bot.ports.telling.errands import Errand
from bot.use_cases.planning.lessons.see_workplaces import (
    IndicatorNumbers,
    Workplace,
    see_workplaces,
)
from handlers.planning.campus.told import tell_groups
from handlers.planning.lessons.taps import ShowMissing, ShowNews
from handlers.talking.meaning.whom import nobody
from handlers.talking.phrases import and_more, first_name, more_students
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Replies, Turn

NEW = 3
"""Students named in the message; the rest is more, behind the buttons."""

TITLES = 5
"""Competences named of one student where it is asked what lacks."""

STUDENTS = 30
"""Students named where it is asked what lacks: a class group."""

MINUTE = 60
WEEK = timedelta(weeks=1)


def tell_lesson(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Say what is new at the workplaces of each class group since it was told last."""
    said: list[Sayable] = []
    brief: list[Sayable] = []
    buttons: list[tuple[Button, ...]] = []
    for errand in errands:
        group = _find_group(turn, errand)
        tracks = _list_taught(turn, errand.about_id or 0)
        if group is None or not tracks:
            continue
        since = _since_told(turn, errand, [own.id for own in errands])
        moved = _most_moved(turn, tracks, since)
        told = tell_groups(turn, errand, tracks)
        if not moved and all(groups.again for groups in told):
            continue  # nothing new, and nothing else to plan, is no message
        said += [_head(group, errand, since if moved else None), *_say_news(turn, moved)]
        brief.append(_say_briefly(group, errand, moved))
        for groups in told:
            said += groups.lines
            brief.append(groups.brief)
            buttons += groups.buttons
        if moved:
            buttons += _offer_news(group, errand.about_id or 0, moved, since)
    return MessagePart(lines(*said), tuple(buttons), brief=lines(*brief)) if said else None


def _head(group: str, errand: Errand, since: datetime | None) -> Sayable:
    """Say which lesson comes, and since when the news is; without news it is the lesson alone."""
    when = Moment(errand.expires_at)
    if since is None:
        return _("Lesson with {group} on {when}.", group=group, when=when)
    return _(
        "Lesson with {group} on {when}. New at the workplaces since {since}:",
        group=group,
        when=when,
        since=Day(since),
    )


def _say_briefly(group: str, errand: Errand, moved: Sequence[Workplace]) -> Sayable:
    if not moved:
        return _head(group, errand, None)
    return _n(
        "Lesson with {group} on {when}: news of {count} student at work.",
        "Lesson with {group} on {when}: news of {count} students at work.",
        len(moved),
        group=group,
        when=Moment(errand.expires_at),
    )


def _since_told(turn: Turn, errand: Errand, own: Sequence[int]) -> datetime:
    """Say since when nothing was told of a class group: its last message, or some weeks ago.

    A lesson of which nobody was told, as when the clock stood still, leaves its news to the next.
    """
    earliest = errand.expires_at - timedelta(days=LOOKED_AROUND)
    told = turn.uow.lessons.read_told(turn.person.id, errand.about_id or 0, own)
    return max(told, earliest) if told else earliest


def show_week(turn: Turn, group: str, class_group_id: int) -> Reply:
    """Say what is new at the workplaces of a class group in the last week, to who asks for it."""
    since = turn.at - WEEK
    moved = _most_moved(turn, _list_taught(turn, class_group_id), since)
    head = (
        _("{group}, at the workplaces in the last week:", group=group)
        if moved
        else _("{group}: nothing new from the workplaces in the last week.", group=group)
    )
    rows = tuple(_offer_news(group, class_group_id, moved, since))
    return Reply(lines(head, *_say_news(turn, moved)), rows)


def _most_moved(turn: Turn, tracks: Sequence[Track], since: datetime) -> list[Workplace]:
    """List the workplaces where something is new, that with most of it first."""
    workplaces = see_workplaces(turn.uow, turn.person.id, tracks, since)
    moved = [workplace for workplace in workplaces if not workplace.quiet]
    return sorted(moved, key=lambda workplace: -len(_places(workplace)))


def _offer_news(
    group: str, class_group_id: int, moved: Sequence[Workplace], since: datetime
) -> Iterator[tuple[Button, ...]]:
    minutes = int(since.timestamp()) // MINUTE
    for workplace in moved[:NEW]:
        label = _("all new of {student}", student=first_name(workplace.track))
        yield (button(label, ShowNews(workplace.track.id, minutes)),)
    lacks = _("what {group} did not meet at work yet", group=group)
    yield (button(lacks, ShowMissing(class_group_id)),)


def _find_group(turn: Turn, errand: Errand) -> str | None:
    """Name the class group of a lesson that still is in the timetable."""
    tables = turn.uow.lessons.list_of_teacher(turn.person.id)
    found = (table.class_group for table in tables if table.has(errand.expires_at, errand.about_id))
    return next(found, None)


def _list_taught(turn: Turn, class_group_id: int) -> list[Track]:
    return [
        track
        for track in turn.tracks
        if track.scoring_role is Role.TEACHER and track.class_group_id == class_group_id
    ]


def _say_news(turn: Turn, moved: Sequence[Workplace]) -> Iterator[Sayable]:
    yield from (_say_most(turn, workplace) for workplace in moved[:NEW])
    if len(moved) > NEW:
        yield more_students(len(moved) - NEW)


def _places(workplace: Workplace) -> list[IndicatorNumbers]:
    return [*workplace.covered, *workplace.mastered, *workplace.not_here, *workplace.claimed]


def _sorts(workplace: Workplace) -> Sequence[tuple[Text, Sequence[IndicatorNumbers]]]:
    return (
        (_("came up"), workplace.covered),
        (_("now alone, says the mentor"), workplace.mastered),
        (_("not at this workplace"), workplace.not_here),
        (_("came up, says the student"), workplace.claimed),
    )


_COUNTED: Sequence[Callable[[int], Sayable]] = (
    lambda count: _n("{count} indicator came up", "{count} indicators came up", count),
    lambda count: _n(
        "{count} is done alone now, says the mentor",
        "{count} are done alone now, says the mentor",
        count,
    ),
    lambda count: _n(
        "{count} does not occur at this workplace",
        "{count} do not occur at this workplace",
        count,
    ),
    lambda count: _n(
        "{count} indicator came up, says the student",
        "{count} indicators came up, says the student",
        count,
    ),
)
"""How the news of each sort is counted, in the order of `_sorts`."""


def _say_most(turn: Turn, workplace: Workplace) -> Sayable:
    """Say of a student what is new on the competence with most of it, and how many others have."""
    by_competence = Counter(number for number, _indicator in _places(workplace))
    number, _times = by_competence.most_common(1)[0]
    counted = (
        (how, sum(place[0] == number for place in places))
        for how, (_text, places) in zip(_COUNTED, _sorts(workplace), strict=True)
    )
    found = [how(count) for how, count in counted if count]
    if len(found) > 1 and (claimed := sum(place[0] == number for place in workplace.claimed)):
        found[-1] = _n("{count} more, says the student", "{count} more, says the student", claimed)
    said = words(*found, by=", ")
    about = _title(_competence(turn, workplace.track, number))
    line = words(f"{first_name(workplace.track)} · {about}:", said)
    others = len(by_competence) - 1
    if not others:
        return line
    more = _n(
        "also something new on {count} other competence",
        "also something new on {count} other competences",
        others,
    )
    return words(line, more, by="; ")


def _competence(turn: Turn, track: Track, number: int) -> Competence:
    competences = turn.programme(track).competences
    return next(competence for competence in competences if competence.number == number)


def _title(competence: Competence) -> str:
    return f"{competence.number} {competence.title}"


def tapped_news(turn: Turn, tap: ShowNews) -> Replies:
    """Show all that is new at a student's workplace: to a teacher of that student alone."""
    track = turn.track(tap.track)
    if track is None or track.scoring_role is not Role.TEACHER:
        return [Reply(nobody(turn))]
    turn.remember(track)
    since = datetime.fromtimestamp(tap.since * MINUTE, UTC)
    (workplace,) = see_workplaces(turn.uow, turn.person.id, [track], since)
    head = _("{student}, new at work since {when}:", student=first_name(track), when=Moment(since))
    if workplace.quiet:
        return [Reply(lines(head, _("Nothing.")))]
    return [Reply(lines(head, *_say_all(turn, workplace)))]


def _say_all(turn: Turn, workplace: Workplace) -> Iterator[Sayable]:
    places = set(_places(workplace))
    for competence in turn.programme(workplace.track).competences:
        own = [i for i in competence.indicators if (competence.number, i.number) in places]
        if own:
            yield _title(competence)
        for indicator in own:
            place = (competence.number, indicator.number)
            said = words(*(text for text, among in _sorts(workplace) if place in among), by=", ")
            yield words(f"{competence.number}.{indicator.number} {indicator.text}:", said)


def tapped_missing(turn: Turn, tap: ShowMissing) -> Replies:
    """Show what a class group did not meet at work yet: to its teacher."""
    tracks = _list_taught(turn, tap.class_group)
    if not tracks:
        return [Reply(nobody(turn))]
    workplaces = see_workplaces(turn.uow, turn.person.id, tracks, turn.at)
    lacking = [set(workplace.missing) for workplace in workplaces]
    nobody_met = set.intersection(*lacking) if len(lacking) > 1 else set()
    said = [*_say_nobody(turn, tracks[0], nobody_met)]
    for workplace in workplaces[:STUDENTS]:
        own = [number for number in workplace.missing if number not in nobody_met]
        titles = [_title(_competence(turn, workplace.track, number)) for number in own[:TITLES]]
        if titles:
            named = and_more(", ".join(titles), len(own) - TITLES)
            said.append(words(colon(first_name(workplace.track)), named))
    return [Reply(lines(*said) if said else _("Everything came up at work."))]


def _say_nobody(turn: Turn, track: Track, numbers: set[int]) -> Iterator[Sayable]:
    if numbers:
        yield _("No mentor says yet that these came up:")
        yield from (_title(_competence(turn, track, number)) for number in sorted(numbers))
        yield _("Besides, per student:")
