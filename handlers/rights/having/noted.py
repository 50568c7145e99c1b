"""What stands above one's own data: who sees it, and who answers questions about it."""

from collections.abc import Iterator

from bot.domain.rights.having import Onlooker
from bot.domain.school.tracks import PERSPECTIVES
from bot.domain.school.visibility import Level, sight_of
from bot.messages import Day, Joined, Listed, Sayable, _, _n, lines, listed, words
from bot.showing.words.opened import OPERATOR
from bot.use_cases.rights.having.see_own_data import SeenOwnData
from handlers.talking.phrases import ROLE_WORD
from handlers.talking.rights.held import day_said

NAMED = 8
"""People around a student who are named one by one."""


def say_notes(seen: SeenOwnData, zone: str) -> Joined:
    """Say who sees what of somebody, who looked, how long it stays, and who decides about it.

    Days are said as those of a time zone: the reader's.
    """
    return lines(*_seen_by(seen), _looked(seen, zone), *_kept_until(seen), _decided_by(seen))


def name_deciders(seen: SeenOwnData) -> Listed:
    """Name those who decide about somebody; empty where there is nobody."""
    return listed(person.name for person in seen.deciders[:NAMED])


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


def _looked(seen: SeenOwnData, zone: str) -> Sayable | None:
    """Say who opened something of a student, and when last; of others that it is kept."""
    if seen.looked:
        named = [
            words(own.looker or OPERATOR, words("(", Day(day_said(own.on, zone)), ")", by=""))
            for own in seen.looked[:NAMED]
        ]
        return _(
            "Who opened it, and when last: {names}. /looks says what, day by day.",
            names=listed(named),
        )
    if seen.is_shown_others and "opened" in seen.counts:
        return _(
            "On which days you opened something of students is kept, too: each of them can see it."
        )
    return None


def _kept_until(seen: SeenOwnData) -> Iterator[Sayable]:
    """Say how long it is kept: of a track that has ended the day, else the months after it."""
    for own in seen.kept:
        if own.until is not None:
            day = Day(own.until, full=True)
            yield _(
                "What was said in {programme} is kept until {day}.",
                programme=own.programme,
                day=day,
            )
        else:
            yield _n(
                "What is said in {programme} is kept until {count} month after its end.",
                "What is said in {programme} is kept until {count} months after its end.",
                own.keeping.months,
                programme=own.programme,
            )
            yield _n(
                "The words of photos and decisions are kept for {count} month.",
                "The words of photos and decisions are kept for {count} months.",
                own.keeping.photo_months,
            )
    if seen.is_shown_others:
        yield _("It is kept as long as what you said of students is, and you are around any.")
    yield _("With /forget you ask for it to go before that.")


def _sight(onlooker: Onlooker) -> Sayable:
    sights = [sight_of(frozenset({onlooker.role}), role) for role in PERSPECTIVES]
    if any(sight.all_notes for sight in sights):
        return _("all scores and all notes")
    if any(sight.level is Level.INDICATORS for sight in sights):
        return _("all scores, and their own notes")
    return _("colours")


def _decided_by(seen: SeenOwnData) -> Sayable | None:
    names = seen.contact.rstrip(".") or name_deciders(seen)
    return _("Who answers your questions about it: {names}.", names=names) if names else None
