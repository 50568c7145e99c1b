"""The picture of a message that nobody asked for: one student's report, or a class group's map."""

from dataclasses import replace

from bot.domain.school.tracks import Role
from bot.domain.school.visibility import SEES_CLASS_GROUP
from bot.messages import Described, HeatMapPicture, ReportPicture
from bot.showing.heat_map import arranged
from bot.use_cases.planning.matrix.see_matrix import read_planned
from bot.use_cases.reporting.see_class import arrange_class
from bot.use_cases.reporting.see_growth import grown_since
from bot.use_cases.reporting.see_photo import photos_of
from bot.use_cases.reporting.see_report import Report
from handlers.reporting.class_map import describe_class
from handlers.reporting.pictured import describe_report
from handlers.talking.telling import Depiction
from handlers.talking.turn import Turn


def depict(turn: Turn, shown: Depiction) -> Described | None:
    """Describe what a message shows: of one student the report, of one class group its map.

    None for students of several class groups, and for several students of a mentor: no single
    picture sums those up.
    """
    if len(shown.reports) == 1:
        return _of_student(turn, shown, shown.reports[0])
    groups = {(report.track.class_group, report.track.programme_id) for report in shown.reports}
    sees = all(report.track.roles & SEES_CLASS_GROUP for report in shown.reports)
    alike = len({tuple(report.by_competence) for report in shown.reports}) == 1
    return _of_class(turn, shown) if len(groups) == 1 and sees and alike else None


def _of_student(turn: Turn, shown: Depiction, report: Report) -> ReportPicture:
    seen = replace(report, perspectives=(shown.alone,)) if shown.alone else report
    at = shown.photo.head.as_of if shown.photo else turn.at
    before = [photo for photo in photos_of(turn.uow, report.track) if photo.head.as_of < at]
    grown = grown_since(turn.uow, turn.person.id, seen, before[-1], shown.photo) if before else None
    return describe_report(seen, at, grown, shown.photo.name if shown.photo else "")


def _of_class(turn: Turn, shown: Depiction) -> HeatMapPicture:
    perspective = shown.alone or Role.TEACHER
    planned = read_planned(turn.uow, [report.track.id for report in shown.reports])
    seen = arrange_class(shown.reports, perspective, planned)
    at = shown.photo.head.as_of if shown.photo else turn.at
    named = shown.photo.name if shown.photo else ""
    group = shown.reports[0].track.class_group
    return arranged(describe_class(group, seen, perspective, at, named))
