"""Put back what an act replaced, one function for each kind; False where that is not possible."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time

from bot.domain.coaching.tips import Verdict
from bot.domain.periods.period import Dates
from bot.domain.planning.lessons import LessonTime
from bot.domain.reflecting.sharing import Share
from bot.domain.telling.hours import Hours
from bot.domain.telling.places import Place
from bot.domain.telling.profiles import Profile
from bot.ports import Entry, UnitOfWork
from bot.ports.acts import Act
from bot.ports.reflecting.prompts import Wishes
from bot.use_cases.administering.add_framework import put_framework_out
from bot.use_cases.administering.change_naming import put_naming_back
from bot.use_cases.administering.files.take_file import put_holidays_back
from bot.use_cases.agreeing.set_education import put_education_back
from bot.use_cases.evaluating.choosing.choose_component import (
    ChoiceOver,
    hold_choice,
    list_choosing,
    toggle_choice,
)
from bot.use_cases.evaluating.choosing.choose_late import put_late_choice_back
from bot.use_cases.periods.cancel_period import cancel_period
from bot.use_cases.periods.move_period import move_period
from bot.use_cases.periods.refusals import AlreadyTaken, Unfit
from bot.use_cases.planning.contexts.change_coming import may_change, put_span, read_span, written
from bot.use_cases.planning.contexts.change_contexts import kept_of, list_coached, read_kept
from bot.use_cases.reflecting.feedback.show_anew import show_anew
from bot.use_cases.reflecting.find_own_answer import find_own_answer
from bot.use_cases.rights.change_keeping import put_keeping_back
from bot.use_cases.rights.contesting.end_contest import take_back_contest
from bot.use_cases.scoring.undo_entry import LostSight
from bot.use_cases.sector.add_sector import put_sector_back
from bot.use_cases.sector.modules.propose_module import put_proposal_back
from bot.use_cases.sector.modules.take_in_module import put_refusal_back, put_taking_back
from bot.use_cases.sector.totals.place_workplace import put_region_back
from bot.use_cases.sector.totals.tell_sector import put_told_back
from bot.use_cases.supporting.absence.note_absence import put_absence_back
from bot.use_cases.supporting.handover.take_back import put_handover_back
from bot.use_cases.supporting.measures.keep_measure import put_measure_back
from bot.use_cases.supporting.stops.take_up import put_stop_back
from bot.use_cases.supporting.substitutes.end_substitution import put_substitute_back
from bot.use_cases.telling.places import follow_place
from bot.use_cases.undoing.put_back_agreeing import AGREEING
from bot.use_cases.undoing.put_back_campus import (
    put_back_scenario,
    put_campus_setting_back,
    put_groups_back,
)
from bot.use_cases.undoing.put_back_coaching import COACHING
from bot.use_cases.undoing.put_back_evaluating import (
    put_last_back,
    put_result_back,
    put_rule_back,
)
from bot.use_cases.undoing.put_back_planning import (
    put_activities_back,
    put_agreement_back,
    put_plan_back,
)


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
        absence_told=was.get("absence_told", now.absence_told),
        absent_from=datetime.fromisoformat(was["absent_from"]) if was.get("absent_from") else None,
        told_on=Place(was["told_on"]) if was.get("told_on") else None,
    )
    if "changed" in was:  # of before, all went back
        before = replace(now, **{name: getattr(before, name) for name in was["changed"]})
    uow.people.set_preferences(entry.author_id, before)
    if before.told_on is not now.told_on:
        follow_place(uow, entry.author_id)
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


def _context(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    programme, number = entry.before["of"], entry.before["number"]
    was = entry.before["was"]
    if all(track.programme_id != programme for track in list_coached(uow, entry.author_id)):
        raise LostSight
    stands = uow.tracks.read_programme(programme).context(number)
    if kept_of(uow.tracks.read_programme(programme), stands) != entry.before["now"]:
        return False
    if was is not None:
        uow.tracks.keep_context(programme, read_kept(number, was))
    elif stands is not None:
        if uow.contexts.is_used(stands.id):
            return False
        uow.tracks.remove_context(programme, number)
    return True


def _coming(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    placement, context = entry.before["of"], entry.before["context"]
    if uow.contexts.find_planned(entry.author_id, placement) is None:
        raise LostSight
    stands = uow.contexts.find_span(placement, context)
    if written(stands) != entry.before["now"]:
        return False
    was = read_span(entry.before["was"])
    if was is not None and not may_change(uow, entry.author_id, placement, context):
        return False
    put_span(uow, entry.author_id, placement, context, was)
    return True


def _choice(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    for track in uow.tracks.list_of(entry.author_id):
        for period in list_choosing(uow, track, at):
            if [track.id, period.id] == [entry.before["track"], entry.before["period"]]:
                try:
                    hold_choice(uow, period)
                except ChoiceOver:
                    return False
                toggle_choice(uow, track, period, entry.before["of"], at)
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


def _measure(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    return put_measure_back(uow, entry.author_id, entry.before, at)


def _helped(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    return uow.answers.judge_feedback(entry.before["of"], entry.before["helped"])


def _contest(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    return take_back_contest(uow, entry.author_id, entry.before["of"], at)


PUT_BACK: dict[Act, Callable[[UnitOfWork, Entry, datetime], bool]] = {
    Act.FOCUS: _focus,
    Act.SETTING: _setting,
    Act.LANGUAGE: _language,
    Act.WEEK: _week,
    Act.LESSONS: _lessons,
    Act.ACTIVITIES: put_activities_back,
    Act.TRAINING_PLAN: put_plan_back,
    Act.AGREEMENT: put_agreement_back,
    Act.SCENARIO: put_back_scenario,
    Act.CAMPUS: put_groups_back,
    Act.CAMPUS_SETTING: put_campus_setting_back,
    Act.CONTEXT: _context,
    Act.COMING: _coming,
    Act.CHOICE: _choice,
    Act.LATE_CHOICE: put_late_choice_back,
    Act.WORKPLACE_RULE: put_rule_back,
    Act.WORKPLACE_RESULT: put_result_back,
    Act.LAST_PHOTO: put_last_back,
    Act.PERIOD_ADDED: _period_added,
    Act.PERIOD_MOVED: _period_moved,
    Act.EVIDENCE: _evidence,
    Act.SHARE: _share,
    Act.GOAL: _goal,
    Act.ANSWER: _answer,
    Act.TIP: _tip,
    Act.HELPED: _helped,
    Act.CONTEST: _contest,
    Act.MEASURE: _measure,
    Act.STOP: put_stop_back,
    Act.HANDOVER: put_handover_back,
    **AGREEING,
    **COACHING,
    Act.ABSENCE: put_absence_back,
    Act.SUBSTITUTE: put_substitute_back,
    Act.NAMING: put_naming_back,
    Act.KEEPING: put_keeping_back,
    Act.EDUCATION: put_education_back,
    Act.HOLIDAYS: put_holidays_back,
    Act.SECTOR_ADDED: put_sector_back,
    Act.MODULE_PROPOSED: put_proposal_back,
    Act.MODULE_TAKEN: put_taking_back,
    Act.MODULE_REFUSED: put_refusal_back,
    Act.TOTALS: put_told_back,
    Act.REGION: put_region_back,
    Act.FRAMEWORK_ADDED: put_framework_out,
}
"""How each act is put back; the lasting ones are not."""
