"""Put back what an act replaced, one function for each kind; False where that is not possible."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time

from bot.domain.coaching.tips import Verdict
from bot.domain.periods.period import Dates
from bot.domain.planning.lessons import LessonTime
from bot.domain.planning.scenarios import Scenario
from bot.domain.reflecting.sharing import Share
from bot.domain.school.tracks import Person, Track
from bot.domain.school.visibility import SEES_CLASS_GROUP
from bot.domain.telling.hours import Hours
from bot.domain.telling.profiles import Profile
from bot.ports import Entry, UnitOfWork
from bot.ports.acts import Act
from bot.ports.reflecting.prompts import Wishes
from bot.use_cases.periods.cancel_period import cancel_period
from bot.use_cases.periods.choose_component import list_choosing
from bot.use_cases.periods.move_period import move_period
from bot.use_cases.periods.refusals import AlreadyTaken, Unfit
from bot.use_cases.planning.campus.change_setting import put_setting_back
from bot.use_cases.planning.campus.put_sessions_back import put_sessions_back
from bot.use_cases.reflecting.feedback.show_anew import show_anew
from bot.use_cases.reflecting.find_own_answer import find_own_answer
from bot.use_cases.scoring.undo_entry import LostSight


def _focus(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    track_id = entry.before["of"]
    if all(track.id != track_id for track in uow.tracks.list_of(entry.author_id)):
        raise LostSight
    uow.tracks.put_focus(track_id, entry.author_id, entry.before["focus"])
    return True


def _setting(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    was = entry.before
    now = uow.people.read_preferences(entry.author_id)
    before = replace(
        now,
        profile=Profile(was["profile"]),
        hours=Hours(was["hours"]),
        muted=was["muted"],
        absent_until=datetime.fromisoformat(was["absent"]) if was["absent"] else None,
        few=was.get("few", now.few),
        one_by_one=was.get("one_by_one", now.one_by_one),
    )
    if "changed" in was:  # of before, all went back
        before = replace(now, **{name: getattr(before, name) for name in was["changed"]})
    uow.people.set_preferences(entry.author_id, before)
    uow.prompts.unplan(entry.author_id)
    return True


def _language(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    uow.people.set_language(entry.author_id, entry.before["language"])
    return True


def _week(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    person = uow.people.find(entry.author_id)
    if person is None:
        return False
    was = entry.before
    wishes = Wishes(frozenset(was["days"]), time.fromisoformat(was["at"]), Share(was["share"]))
    uow.prompts.set_wishes(person.organisation_id, person.id, wishes)
    uow.prompts.unplan(person.id)
    return True


def _lessons(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    person = uow.people.find(entry.author_id)
    if person is None:
        return False
    times = {LessonTime(day, time.fromisoformat(starts)) for day, starts in entry.before["times"]}
    uow.lessons.set_times(person.organisation_id, entry.before["of"], person.id, times)
    return True


def _scenario(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    programme, was = entry.before["programme"], entry.before["was"]
    own = _own_class(uow, entry, lambda track: track.programme_id == programme)
    if was is None:
        uow.scenarios.remove(entry.before["of"], at)
    else:
        uow.scenarios.keep(own.organisation_id, programme, Scenario(**was))
    return True


def _campus(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    _own_class(uow, entry, lambda track: track.class_group_id == entry.before["of"])
    put_sessions_back(uow, entry.author_id, entry.before["sessions"])
    return True


def _campus_setting(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    _own_class(uow, entry, lambda track: track.class_group_id == entry.before["of"])
    put_setting_back(uow, entry.author_id, entry.before)
    return True


def _own_class(uow: UnitOfWork, entry: Entry, fits: Callable[[Track], bool]) -> Person:
    """Find who did it, as long as they see such a class group. Raises LostSight."""
    tracks = uow.tracks.list_of(entry.author_id)
    person = uow.people.find(entry.author_id)
    if person is None or not any(fits(own) and own.roles & SEES_CLASS_GROUP for own in tracks):
        raise LostSight
    return person


def _choice(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    for track in uow.tracks.list_of(entry.author_id):
        for period in list_choosing(uow, track, at):
            if [track.id, period.id] == [entry.before["track"], entry.before["period"]]:
                uow.choices.toggle(period, track, entry.before["of"])
                return True
    return False


def _period_added(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    period = uow.periods.find(entry.before["of"])
    if period is None or period.cancelled:
        return False
    try:
        cancel_period(uow, period, at)
    except AlreadyTaken:
        return False
    return True


def _period_moved(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    period = uow.periods.find(entry.before["of"])
    opens, *others = entry.before["was"]
    later = (datetime.fromisoformat(when) if when else None for when in others)
    dates = Dates(datetime.fromisoformat(opens), *later)
    if period is None or period.cancelled or (dates.photo_at and dates.photo_at <= at):
        return False
    try:
        move_period(uow, period, dates, at)
    except (AlreadyTaken, Unfit):
        return False
    return True


def _evidence(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    answer = find_own_answer(uow, entry.author_id, entry.before["of"])
    if answer is None:
        return False
    for indicator in entry.before["indicators"]:
        uow.answers.toggle_evidence(answer.organisation_id, answer.id, indicator)
    return True


def _share(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    answer = find_own_answer(uow, entry.author_id, entry.before["of"])
    if answer is None:
        return False
    uow.answers.set_share(answer.id, Share(entry.before["share"]))
    show_anew(uow, answer.id, at)
    return True


def _goal(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    return uow.answers.drop_goal(entry.author_id, entry.before["of"])


def _answer(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    answer = find_own_answer(uow, entry.author_id, entry.before["of"])
    if answer is None:
        return False
    uow.answers.withdraw(answer.id, at)
    show_anew(uow, answer.id, at)
    return True


def _tip(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    verdict = entry.before["verdict"]
    uow.tips.judge(entry.before["of"], Verdict(verdict) if verdict else None)
    return True


def _helped(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    return uow.answers.judge_feedback(entry.before["of"], entry.before["helped"])


PUT_BACK: dict[Act, Callable[[UnitOfWork, Entry, datetime], bool]] = {
    Act.FOCUS: _focus,
    Act.SETTING: _setting,
    Act.LANGUAGE: _language,
    Act.WEEK: _week,
    Act.LESSONS: _lessons,
    Act.SCENARIO: _scenario,
    Act.CAMPUS: _campus,
    Act.CAMPUS_SETTING: _campus_setting,
    Act.CHOICE: _choice,
    Act.PERIOD_ADDED: _period_added,
    Act.PERIOD_MOVED: _period_moved,
    Act.EVIDENCE: _evidence,
    Act.SHARE: _share,
    Act.GOAL: _goal,
    Act.ANSWER: _answer,
    Act.TIP: _tip,
    Act.HELPED: _helped,
}
"""How each act is put back; the lasting ones are not."""
