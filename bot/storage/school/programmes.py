"""Programmes with their competences, contexts and course components, read once per revision."""

from collections import defaultdict

from sqlalchemy import Connection, bindparam, select, update

from bot.domain.school.frameworks import (
    Competence,
    Context,
    Contribution,
    CourseComponent,
    CutOff,
    Indicator,
    PriorRule,
    Programme,
)
from bot.domain.school.naming import note_programme
from bot.storage.school.people import NEAREST_FIRST
from bot.storage.tables import (
    competence,
    context,
    context_competence,
    course_component,
    framework,
    indicator,
    organisation_table,
    programme,
    programme_competence,
)

Cache = dict[int, tuple[int, Programme]]
"""Programmes by id, each with the revision it was read at; imports raise the revision."""

_HEAD = select(
    programme.c.code,
    programme.c.title,
    programme.c.cut_off,
    programme.c.blind_first,
    programme.c.prior_rule,
    programme.c.revision,
).where(programme.c.id == bindparam("programme"))
_INDICATORS = (
    select(
        programme_competence.c.competence_id,
        programme_competence.c.number.label("competence_number"),
        programme_competence.c.course_component_id,
        competence.c.title,
        framework.c.title.label("framework"),
        indicator.c.id,
        indicator.c.number,
        indicator.c.text,
    )
    .join(competence, competence.c.id == programme_competence.c.competence_id)
    .join(framework, framework.c.id == competence.c.framework_id)
    .join(indicator, indicator.c.competence_id == competence.c.id)
    .where(programme_competence.c.programme_id == bindparam("programme"))
    .order_by(programme_competence.c.number, indicator.c.number)
)
_CONTEXTS = (
    select(
        context.c.id,
        context.c.number,
        context.c.title,
        programme_competence.c.number.label("competence_number"),
        context_competence.c.contribution,
    )
    .join(context_competence, context_competence.c.context_id == context.c.id)
    .join(
        programme_competence,
        (programme_competence.c.competence_id == context_competence.c.competence_id)
        & (programme_competence.c.programme_id == context.c.programme_id),
    )
    .where(context.c.programme_id == bindparam("programme"))
    .order_by(context.c.number, programme_competence.c.number)
)
_COMPONENTS = (
    select(course_component.c.id, course_component.c.title, programme_competence.c.number)
    .join(programme_competence, programme_competence.c.course_component_id == course_component.c.id)
    .where(course_component.c.programme_id == bindparam("programme"))
    .order_by(course_component.c.id, programme_competence.c.number)
)

_IDS = (
    select(programme.c.id)
    .join(organisation_table, organisation_table.c.id == programme.c.organisation_id)
    .order_by(*NEAREST_FIRST, programme.c.code)
)
_OF_CODE = update(programme).where(
    programme.c.organisation_id == bindparam("organisation"),
    programme.c.code == bindparam("with_code"),
)
_SET_CUT_OFF = _OF_CODE.values(cut_off=bindparam("new_cut_off"), revision=programme.c.revision + 1)
_SET_BLIND_FIRST = _OF_CODE.values(
    blind_first=bindparam("new_blind_first"), revision=programme.c.revision + 1
)


def programme_ids(connection: Connection, language: str) -> list[int]:
    """List every programme by code: the school's, then those of the sample in a language."""
    return list(connection.execute(_IDS, {"spoken": language}).scalars())


def set_cut_off(connection: Connection, organisation_id: int, code: str, cut_off: CutOff) -> bool:
    """Set where 'acquired' begins in a programme; False where there is no such programme."""
    values = {"organisation": organisation_id, "with_code": code, "new_cut_off": cut_off.value}
    return connection.execute(_SET_CUT_OFF, values).rowcount == 1


def set_blind_first(
    connection: Connection, organisation_id: int, code: str, *, blind_first: bool
) -> bool:
    """Set whether all score before they see others' views; False without such a programme."""
    values = {"organisation": organisation_id, "with_code": code, "new_blind_first": blind_first}
    return connection.execute(_SET_BLIND_FIRST, values).rowcount == 1


def read_programme(connection: Connection, programme_id: int, cache: Cache) -> Programme:
    """Read a programme, from the cache where its revision still stands."""
    parameters = {"programme": programme_id}
    head = connection.execute(_HEAD, parameters).one()
    known = cache.get(programme_id)
    if known and known[0] == head.revision:
        note_programme(known[1])
        return known[1]
    whole = Programme(
        id=programme_id,
        code=head.code,
        title=head.title,
        cut_off=CutOff(head.cut_off),
        competences=_competences(connection, parameters),
        contexts=_contexts(connection, parameters),
        components=_components(connection, parameters),
        blind_first=head.blind_first,
        prior_rule=PriorRule(head.prior_rule),
    )
    cache[programme_id] = (head.revision, whole)
    note_programme(whole)
    return whole


def _competences(connection: Connection, parameters: dict[str, int]) -> tuple[Competence, ...]:
    indicators: dict[tuple[int, int, str, str], list[Indicator]] = defaultdict(list)
    for row in connection.execute(_INDICATORS, parameters):
        whose = (row.competence_number, row.competence_id, row.title, row.framework)
        indicators[whose].append(Indicator(row.id, row.number, row.text))
    # Named only where it tells something.
    several = len({whose[-1] for whose in indicators}) > 1
    return tuple(
        Competence(identity, number, title, tuple(own), named if several else "")
        for (number, identity, title, named), own in indicators.items()
    )


def _contexts(connection: Connection, parameters: dict[str, int]) -> tuple[Context, ...]:
    trains: dict[tuple[int, int, str], list[tuple[int, Contribution]]] = defaultdict(list)
    for row in connection.execute(_CONTEXTS, parameters):
        one = (row.competence_number, Contribution(row.contribution))
        trains[row.id, row.number, row.title].append(one)
    return tuple(Context(*whose, tuple(what)) for whose, what in trains.items())


def _components(connection: Connection, parameters: dict[str, int]) -> tuple[CourseComponent, ...]:
    numbers: dict[tuple[int, str], list[int]] = defaultdict(list)
    for row in connection.execute(_COMPONENTS, parameters):
        numbers[row.id, row.title].append(row.number)
    return tuple(CourseComponent(*whose, tuple(own)) for whose, own in numbers.items())
