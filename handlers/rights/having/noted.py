"""What stands above one's own data: who sees it, and who answers questions about it."""

from collections.abc import Iterator

from bot.domain.rights.having import Onlooker
from bot.domain.school.tracks import PERSPECTIVES
from bot.domain.school.visibility import Level, sight_of
from bot.messages import Joined, Sayable, _, _n, lines, words
from bot.use_cases.rights.having.see_own_data import SeenOwnData
from handlers.talking.phrases import ROLE_WORD

NAMED = 8
"""People around a student who are named one by one."""


def say_notes(seen: SeenOwnData) -> Joined:
    """Say who sees what of somebody, by the table of who sees what, and who decides about it."""
    return lines(*_seen_by(seen), _decided_by(seen))


def name_deciders(seen: SeenOwnData) -> str:
    """Name those who decide about somebody; empty where there is nobody."""
    return ", ".join(person.name for person in seen.deciders[:NAMED])


def _seen_by(seen: SeenOwnData) -> Iterator[Sayable]:
    if seen.is_shown_others:
        yield _(
            "What you said of students is theirs: who is around them sees it. Your conversation "
            "and what you set Kompaan shows to nobody else."
        )
        yield _("What Kompaan showed you of others is not in your file: it is theirs.")
        return
    if seen.onlookers:
        yield _("Who sees it:")
    for onlooker in seen.onlookers[:NAMED]:
        role = words("(", ROLE_WORD[onlooker.role], "):", by="")
        yield words("·", onlooker.name, role, _sight(onlooker))
    more = len(seen.onlookers) - NAMED
    if more > 0:
        yield _n("and {count} more", "and {count} more", more)


def _sight(onlooker: Onlooker) -> Sayable:
    sights = [sight_of(frozenset({onlooker.role}), role) for role in PERSPECTIVES]
    if any(sight.all_notes for sight in sights):
        return _("all scores and all notes")
    if any(sight.level is Level.INDICATORS for sight in sights):
        return _("all scores, and their own notes")
    return _("colours")


def _decided_by(seen: SeenOwnData) -> Sayable | None:
    names = name_deciders(seen)
    return _("Who answers your questions about it: {names}.", names=names) if names else None
