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
    numbers = set(taken)
    rows = []
    for competence in competences:
        number = competence.number if competence.number not in numbers else max(numbers) + 1
        numbers.add(number)
        rows.append(MemberRow(programme, competence.id, number))
    return rows
