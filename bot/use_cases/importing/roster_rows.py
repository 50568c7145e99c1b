"""Which lines of a roster are good, and for the others why not; nothing is written here."""

import shlex
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.domain.folding import fold
from bot.domain.importing.drafts import RosterRow
from bot.domain.planning.lessons import read_times
from bot.domain.school.tracks import Role
from bot.messages import Text, _
from bot.ports.importing import FrameworkRow
from bot.use_cases.importing.programmes import framework_called
from bot.use_cases.importing.roster_cells import Bad, check_cells, day_in, guardian_needed, hours_of
from bot.use_cases.importing.roster_gone import ending_command, with_new_coaches
from bot.use_cases.importing.roster_known import Around, Good, Known
from bot.use_cases.importing.roster_people import find_people


@dataclass(frozen=True, slots=True)
class Rejected:
    """A line of the file that was left out, and why."""

    line: int
    reason: Text


def judge(rows: Iterable[RosterRow], known: Known) -> tuple[list[Good], list[Rejected]]:
    """Part the good lines from the bad ones; a line may build on the good ones above it."""
    good: list[Good] = []
    rejected: list[Rejected] = []
    for row in rows:
        try:
            line = _good(row, known)
        except Bad as bad:
            rejected.append(Rejected(row.line, bad.reason))
        else:
            known.take(line)
            good.append(line)
    return good, rejected


def _good(row: RosterRow, known: Known) -> Good:
    check_cells(row)
    framework, newest = _framework(row, known)
    found = find_people(row, known)
    staying, told = _without_left(row, framework, found.around, known)
    around, handed = with_new_coaches(row, framework, staying, known)
    good = Good(
        line=row.line,
        framework=framework,
        student=row.student_id,
        names=found.names,
        class_group=row.class_group,
        workplace=row.workplace,
        around=around,
        language=row.language.lower(),
        emails=found.emails,
        training_plan=row.training_plan,
        weekly_hours=hours_of(row.weekly_hours),
        lessons=tuple(read_times(row.lessons)),
        starts=day_in(row.starts),
        ends=day_in(row.ends),
        guardian=guardian_needed(row.guardian),
        over=_is_over(row, framework, known),
        newest=newest,
        region=row.region,
        notices=(*found.told, *told, *handed, *_moved(row, framework, known)),
    )
    _gives_its_sender_nothing(good, known)
    _roles_go_together(good, known)
    _agrees_with_lines_above(good, known)
    _is_a_group_of_its_own(good, known)
    return good


def _framework(row: RosterRow, known: Known) -> tuple[FrameworkRow, str]:
    """Find the framework that a line means, and the newest version where that is another.

    Scores hang on the version in which a student began: that track goes on. Raises Bad.
    """
    found = framework_called(known.frameworks, row.framework)
    if found is None:
        raise Bad(_("there is no framework {code}: import it first", code=row.framework))
    begun = _begun(row.student_id, found, known)
    if begun is None or begun.code == found.code:
        return found, ""
    if row.framework.casefold() != found.code.casefold():
        return begun, found.code
    ends = f"{ending_command('end', row.student_id)} --programme {shlex.quote(begun.code)}"
    raise Bad(
        _(
            "{student} has a track in {old}, with its scores: write {old} to go on with it, or end "
            "it first ({command})",
            student=known.names[row.student_id],
            old=begun.code,
            command=ends,
        )
    )


def _begun(student_id: str, found: FrameworkRow, known: Known) -> FrameworkRow | None:
    """Find the version of a framework in which a student has a track: this one, else another."""
    versions = [
        framework
        for framework in known.frameworks
        if framework.number.casefold() == found.number.casefold()
        and known.around.get((student_id, framework.code))
    ]
    here = next((framework for framework in versions if framework.code == found.code), None)
    return here or next(reversed(versions), None)


def _is_over(row: RosterRow, framework: FrameworkRow, known: Known) -> bool:
    """Say whether the placement has ended, and stays so: no line takes it up again unsaid.

    Raises Bad where the line does not say until when it goes on.
    """
    ended = known.ended.get((row.student_id, framework.code, fold(row.workplace)))
    ends = day_in(row.ends)
    if ended is None or (ends and ends > ended):
        return False
    if ends:
        return True
    raise Bad(
        _(
            "{student} ended at {workplace}: leave the line out, or take it up again first "
            "({command})",
            student=row.student,
            workplace=row.workplace,
            command=ending_command("resume", row.student_id, row.workplace),
        )
    )


def _without_left(
    row: RosterRow, framework: FrameworkRow, around: Around, known: Known
) -> tuple[Around, Sequence[Text]]:
    """Leave out the mentors of a placement that stopped, and tell of it: no line brings them back.

    Teachers and coaches stay around it, as their student's track goes on.
    """
    stopped = known.stopped.get((row.student_id, framework.code, fold(row.workplace)))
    mentors = {school_id for school_id, role in around if role is Role.MENTOR}
    if stopped is None or not mentors:
        return around, ()
    told = _(
        "{student} stopped at {workplace} on {day}: its mentors do not come back by this file; "
        "where it goes on after all: {command}",
        student=row.student,
        workplace=row.workplace,
        day=stopped.isoformat(),
        command=ending_command("resume", row.student_id, row.workplace),
    )
    return frozenset(seat for seat in around if seat[1] is not Role.MENTOR), (told,)


def _moved(row: RosterRow, framework: FrameworkRow, known: Known) -> Iterator[Text]:
    """Tell of a student who moves to another class group."""
    group = known.groups.get((row.student_id, framework.code), row.class_group)
    if fold(group) != fold(row.class_group):
        yield _(
            "{student} moves from {old} to {new}",
            student=row.student,
            old=group,
            new=row.class_group,
        )


def _gives_its_sender_nothing(good: Good, known: Known) -> None:
    """Refuse a role that the sender of the file would get: by it they would see what is said.

    Whoever has the role around that track already keeps it, at another workplace as well.
    """
    had = known.around.get(good.track, {}).values()
    held = {role for around in had for who, role in around if who == known.sender}
    if any(who == known.sender and role not in held for who, role in good.around):
        raise Bad(
            _(
                "it gives you yourself a role around {student}, by which you would see what is "
                "said of them: no file that you send here can, only one that is read in on the "
                "command line",
                student=known.names.get(good.student, good.names.get(good.student, good.student)),
            )
        )


def _roles_go_together(good: Good, known: Known) -> None:
    """Keep to one scoring role for each person on a track; a teacher may also be coach."""
    if good.student in {school_id for school_id, _role in good.around}:
        raise Bad(_("{id} is the student and cannot have another role here", id=good.student))
    if good.over:
        return
    _agrees_with_placements(good, known)
    around = set(good.around)
    for placement, others in known.around.get(good.track, {}).items():
        if placement != good.placement:
            around |= others
    mentors = {school_id for school_id, role in around if role is Role.MENTOR}
    both = sorted(mentors & {school_id for school_id, role in around if role is Role.TEACHER})
    if both:
        problem = _("{id} cannot be both mentor and teacher of one student", id=both[0])
        raise Bad(problem)


def _agrees_with_placements(good: Good, known: Known) -> None:
    """Refuse a role that a placement of before stands in the way of, and say how to end it."""
    for placement, others in known.around.get(good.track, {}).items():
        if placement == good.placement or placement in known.said_placements:
            continue
        for school_id, role in sorted(good.around):
            if (school_id, _AGAINST.get(role)) in others:
                raise Bad(
                    _(
                        "{id} is still around at {workplace}, and cannot be both mentor and "
                        "teacher of one student: end that placement first ({command})",
                        id=school_id,
                        workplace=known.workplaces[placement[2]],
                        command=ending_command("end", good.student, known.workplaces[placement[2]]),
                    )
                )


_AGAINST = {Role.MENTOR: Role.TEACHER, Role.TEACHER: Role.MENTOR}


def _is_a_group_of_its_own(good: Good, known: Known) -> None:
    """Refuse a new class group that looks like another, as with a letter of Cyrillic."""
    other = known.group_alike(good.class_group)
    if other is not None:
        raise Bad(
            _(
                "{group} looks like {other}, a class group that is there: write {other} as it is "
                "there if that is meant, else another name",
                group=good.class_group,
                other=other,
            )
        )


def _agrees_with_lines_above(good: Good, known: Known) -> None:
    line = known.said_placements.get(good.placement)
    if line:
        raise Bad(_("student, framework and workplace are those of line {line}", line=line))
    group, line = known.said_groups.get(good.track, (good.class_group, 0))
    if group != good.class_group and fold(group) != fold(good.class_group):
        raise Bad(_("line {line} has this student in class group {group}", line=line, group=group))
    region, line = known.said_regions.get(fold(good.workplace), (good.region, 0))
    if good.region and fold(region) != fold(good.region):
        raise Bad(_("line {line} has this workplace in {region}", line=line, region=region))
