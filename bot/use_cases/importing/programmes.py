"""Programmes made from frameworks: which framework is meant, and its programme."""

from collections.abc import Collection, Iterable, Sequence

from bot.ports.importing import Catalogue, CompetenceRow, FrameworkRow, MemberRow, ProgrammeRow
from bot.use_cases.importing.upsert import Settled, settle


def framework_with_code(frameworks: Iterable[FrameworkRow], code: str) -> FrameworkRow | None:
    """Find a framework by its code, in capitals or not."""
    folded = code.casefold()
    return next(
        (framework for framework in frameworks if framework.code.casefold() == folded), None
    )


def framework_called(frameworks: Sequence[FrameworkRow], name: str) -> FrameworkRow | None:
    """Find a framework by its code, or by its number: then the newest version has it."""
    folded = name.casefold()
    versions = [framework for framework in frameworks if framework.number.casefold() == folded]
    newest = max(versions, key=_version, default=None)
    return framework_with_code(frameworks, name) or newest


def _version(framework: FrameworkRow) -> tuple[int, str]:
    digits = framework.version.isdecimal()
    return int(framework.version) if digits else -1, framework.version


def make_programmes(
    catalogue: Catalogue, organisation_id: int, frameworks: Collection[FrameworkRow]
) -> Settled[str, ProgrammeRow]:
    """Find the programmes of frameworks, by code; make those that are not there yet.

    A new one has all the framework's competences, under their own numbers.
    """
    known = {
        programme.code: programme for programme in catalogue.programmes.list_all(organisation_id)
    }
    wanted = [
        known.get(framework.code, ProgrammeRow(framework.code, framework.title))
        for framework in frameworks
    ]
    settled = settle(
        catalogue.programmes,
        organisation_id,
        known.values(),
        wanted,
        lambda programme: programme.code,
    )
    programmes = {
        framework.id: settled.rows[framework.code].id
        for framework in frameworks
        if framework.code in settled.new
    }
    if programmes:
        learned = catalogue.competences.list_all(organisation_id)
        members = [
            row
            for framework, programme in programmes.items()
            for row in joining(
                programme,
                [competence for competence in learned if competence.framework_id == framework],
            )
        ]
        catalogue.members.add(organisation_id, members)
    return settled


def joining(
    programme: int, competences: Sequence[CompetenceRow], taken: Iterable[int] = ()
) -> list[MemberRow]:
    """Let competences join a programme under their own numbers, or after all where one is taken."""
    placed = place_numbers([competence.number for competence in competences], taken)
    return [
        MemberRow(programme, competence.id, number)
        for competence, number in zip(competences, placed, strict=True)
    ]


def place_numbers(numbers: Sequence[int], taken: Iterable[int] = ()) -> list[int]:
    """Number each in a programme: by its own number, or after all others where that is taken."""
    used = set(taken)
    placed = []
    for own in numbers:
        number = own if own not in used else max(used) + 1
        used.add(number)
        placed.append(number)
    return placed


def join_framework(
    catalogue: Catalogue,
    organisation_id: int,
    programme_id: int,
    framework_id: int,
    numbers: Collection[int] | None = None,
) -> list[MemberRow]:
    """Let a framework's competences join a programme that has others; gives those that are new.

    With `numbers` those that have one of these in the framework, else all of them.
    """
    members = [
        member
        for member in catalogue.members.list_all(organisation_id)
        if member.programme_id == programme_id
    ]
    known = {member.competence_id for member in members}
    fresh = [
        competence
        for competence in _of_framework(catalogue, organisation_id, framework_id)
        if competence.id not in known and (numbers is None or competence.number in numbers)
    ]
    if not fresh:
        return []
    rows = joining(programme_id, fresh, {member.number for member in members})
    catalogue.members.add(organisation_id, rows)
    catalogue.raise_revisions([programme_id])
    return rows


def part_framework(
    catalogue: Catalogue, organisation_id: int, programme_id: int, framework_id: int
) -> None:
    """Take a framework's competences out of a programme, once it is seen that none is used."""
    learned = {own.id for own in _of_framework(catalogue, organisation_id, framework_id)}
    catalogue.members.remove(
        [
            own
            for own in catalogue.members.list_all(organisation_id)
            if own.programme_id == programme_id and own.competence_id in learned
        ]
    )
    catalogue.raise_revisions([programme_id])


def _of_framework(
    catalogue: Catalogue, organisation_id: int, framework_id: int
) -> list[CompetenceRow]:
    """List a framework's competences in the order of their numbers."""
    learned = catalogue.competences.list_all(organisation_id)
    return sorted(
        (own for own in learned if own.framework_id == framework_id), key=lambda own: own.number
    )
