"""What a photo says in words, written out: the text that is kept is the text that is signed."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from secrets import token_hex
from typing import Any

from sqlalchemy import Connection, bindparam, select

from bot.domain.periods.chain import Trace
from bot.domain.periods.photos import FrozenComponent, FrozenTexts
from bot.domain.school.frameworks import (
    Competence,
    CourseComponent,
    CutOff,
    Indicator,
    PriorRule,
    Programme,
)
from bot.domain.scoring.prior import LearnedHow, Recognised
from bot.storage.named import as_it_is
from bot.storage.periods.photo_prior import recognised_by_track
from bot.storage.school.programmes import read_programme
from bot.storage.tables import choice, class_group, period, person, photo, photo_track, track

_NAMES = (
    select(
        track.c.id,
        track.c.student_id,
        as_it_is(person.c.name).label("student"),
        class_group.c.name.label("class_group"),
    )
    .join(person, person.c.id == track.c.student_id)
    .join(class_group, class_group.c.id == track.c.class_group_id)
    .where(
        track.c.programme_id == bindparam("programme"),
        track.c.id >= bindparam("first"),
        track.c.id <= bindparam("last"),
    )
)
_CHOSEN = select(choice.c.track_id, choice.c.course_component_id).where(
    choice.c.period_id == bindparam("period"),
    choice.c.track_id >= bindparam("first"),
    choice.c.track_id <= bindparam("last"),
)
_KEPT = (
    select(
        photo.c.texts.label("titles"),
        photo_track.c.texts.label("names"),
        photo.c.cut_off,
        period.c.programme_id,
    )
    .join(photo_track, photo_track.c.photo_id == photo.c.id)
    .join(period, period.c.id == photo.c.period_id)
    .where(photo.c.id == bindparam("photo"), photo_track.c.track_id == bindparam("track"))
)


def written_titles(connection: Connection, organisation_id: int, programme_id: int) -> str:
    """Write out the titles of a programme: its own, its competences' and its indicators'.

    With them stands whose photo it is, so that it cannot be put into another one's chain.
    """
    programme = read_programme(connection, programme_id, {})
    competences = [
        [
            competence.id,
            competence.number,
            competence.title,
            [[own.id, own.number, own.text] for own in competence.indicators],
        ]
        for competence in programme.competences
    ]
    return _written(
        {
            "organisation": organisation_id,
            "code": programme.code,
            "title": programme.title,
            "competences": competences,
        }
        | _written_rule(programme.prior_rule)
    )


def _written_rule(rule: PriorRule) -> dict[str, str]:
    """Write how what was learned before counts, where it does: else as it was written before."""
    return {} if rule is PriorRule.SHOWN else {"prior_rule": rule.value}


def written_names(connection: Connection, held: Any, first: int, last: int) -> dict[int, str]:
    """Write out the names of tracks of a begun photo: the student's and the class group's.

    With them stands which person the student is: who shows a photo asks that of the track. Where
    students chose what the period evaluates, all course components do, with whether each counts.
    So does what was recognised as learned before at the photo's instant, where anything was.
    """
    asked = {"programme": held.programme_id, "first": first, "last": last}
    components: Sequence[CourseComponent] = ()
    chosen: Mapping[int, Collection[int]] = {}
    if held.choose_until is not None:
        components = read_programme(connection, held.programme_id, {}).components
        chosen = chosen_by_track(connection, held.period_id, first, last)
    prior = recognised_by_track(connection, held.as_of, first, last)
    return {
        row.id: _written(
            {
                "student_id": row.student_id,
                "student": row.student,
                "class_group": row.class_group,
                # Without it the digest of words that are gone could be tried by guessing them.
                "salt": token_hex(16),
            }
            | _written_components(components, chosen.get(row.id, ()))
            | _written_prior(prior.get(row.id, ()))
        )
        for row in connection.execute(_NAMES, asked)
    }


def chosen_by_track(
    connection: Connection, period_id: int, first: int, last: int
) -> dict[int, set[int]]:
    """Read the course components that tracks between two identities chose in a period."""
    found: dict[int, set[int]] = defaultdict(set)
    asked = {"period": period_id, "first": first, "last": last}
    for track_id, component_id in connection.execute(_CHOSEN, asked):
        found[track_id].add(component_id)
    return found


def _written_components(
    components: Sequence[CourseComponent], chosen: Collection[int]
) -> dict[str, Any]:
    rows = [[own.id, own.title, list(own.competences), own.id in chosen] for own in components]
    return {"components": rows} if rows else {}


def read_components(names: str | None) -> tuple[FrozenComponent, ...]:
    """Read which course components counted for a track, from its texts in a photo."""
    rows = json.loads(names).get("components", ()) if names else ()
    return tuple(FrozenComponent(own, title, tuple(of), on) for own, title, of, on in rows)


def read_texts(connection: Connection, photo_id: int, track_id: int) -> FrozenTexts | None:
    """Read what a photo says in words of a track; None where not all of it was kept."""
    kept = connection.execute(_KEPT, {"photo": photo_id, "track": track_id}).one_or_none()
    if kept is None or kept.titles is None or kept.names is None:
        return None
    names = json.loads(kept.names)
    components = read_components(kept.names)
    prior = _read_prior(names.get("prior", ()))
    return FrozenTexts(names["student"], names["class_group"], _programme(kept), components, prior)


def _written_prior(prior: Sequence[Recognised]) -> dict[str, Any]:
    rows = [[own.competence_id, own.how.value, sorted(own.indicators)] for own in prior]
    return {"prior": rows} if rows else {}


def _read_prior(rows: Iterable[Any]) -> tuple[Recognised, ...]:
    return tuple(Recognised(of, LearnedHow(how), frozenset(own)) for of, how, own in rows)


def _programme(kept: Any) -> Programme:
    titles = json.loads(kept.titles)
    competences = tuple(
        Competence(identity, number, title, tuple(Indicator(*own) for own in indicators))
        for identity, number, title, indicators in titles["competences"]
    )
    return Programme(
        kept.programme_id,
        titles["code"],
        titles["title"],
        CutOff(kept.cut_off),
        competences,
        prior_rule=PriorRule(titles.get("prior_rule", PriorRule.SHOWN)),
    )


def is_of(names: str | None, student_id: int | None) -> bool:
    """Say whether a track in a photo is this student's by its texts; those of before do not say."""
    own = json.loads(names).get("student_id") if names else None
    return own is None or bool(own == student_id)


def is_owned(titles: str | None, organisation_id: int) -> bool:
    """Say whether a photo is this organisation's by its texts; those of before do not say."""
    own = json.loads(titles).get("organisation") if titles else None
    return own is None or bool(own == organisation_id)


def with_instead(titles: str | None, instead: Sequence[Trace]) -> str | None:
    """Write into a photo's titles in whose stead it was taken, and nothing else that says so."""
    if titles is None:
        return None
    texts = {name: text for name, text in json.loads(titles).items() if name != "instead_of"}
    marks = [[*place, digest] for place, digest in sorted(instead)]
    return _written(texts | ({"instead_of": marks} if marks else {}))


def instead_of(titles: str | None) -> set[Trace]:
    """Read in whose stead a photo was taken."""
    marks = json.loads(titles).get("instead_of", ()) if titles else ()
    return {((organisation_id, number), digest) for organisation_id, number, digest in marks}


def _written(texts: Any) -> str:
    return json.dumps(texts, ensure_ascii=False, separators=(",", ":"))
