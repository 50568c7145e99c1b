"""What came of an import, in sentences: for the command line, and for a file sent in a chat."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from bot.domain.importing.changes import Changes, ImportChange
from bot.domain.school.naming import GivenName
from bot.messages import Text, _, _n


def described(changes: Changes) -> Iterator[Text]:
    """Say what came of an import, a sentence for each kind of thing."""
    for kind in changes.kinds:
        new, changed = changes.of(ImportChange.NEW, kind), changes.of(ImportChange.CHANGED, kind)
        total = new + changed + changes.of(ImportChange.UNCHANGED, kind)
        if total:
            things = _THINGS[kind](total)
            yield _(
                "{things}: {new} new, {changed} changed", things=things, new=new, changed=changed
            )
    if changes.of(ImportChange.CHANGED, "frameworks"):
        yield _("The framework’s own title, version or source changed.")
    for reworded in changes.rewordings:
        yield _(
            "{number}: “{old}” is now “{new}”",
            number=reworded.number,
            old=reworded.old,
            new=reworded.new,
        )
    for (change, kind), text in _LEFT.items():
        if changes.of(change, kind):
            yield text(changes.of(change, kind))


_OF_PEOPLE = frozenset(("name", "known", "student", "other", "email", "new", "old"))
"""What names or addresses of people are called in the sentences about a line of a roster."""


def about_people(said: Text) -> Text:
    """Mark the names in what is told of a line: some are new, and known to the file alone."""
    args = {
        key: GivenName(given) if key in _OF_PEOPLE and isinstance(given, str) else given
        for key, given in said.args.items()
    }
    return replace(said, args=args)


_THINGS: dict[str, Callable[[int], Text]] = {
    "competences": lambda count: _n("{count} competence", "{count} competences", count),
    "indicators": lambda count: _n("{count} indicator", "{count} indicators", count),
    "contexts": lambda count: _n("{count} context", "{count} contexts", count),
    "components": lambda count: _n("{count} course component", "{count} course components", count),
    "people": lambda count: _n("{count} person", "{count} people", count),
    "programmes": lambda count: _n("{count} programme", "{count} programmes", count),
    "class_groups": lambda count: _n("{count} class group", "{count} class groups", count),
    "workplaces": lambda count: _n("{count} workplace", "{count} workplaces", count),
    "tracks": lambda count: _n("{count} track", "{count} tracks", count),
    "placements": lambda count: _n("{count} placement", "{count} placements", count),
    "involvements": lambda count: _n(
        "{count} role around them", "{count} roles around them", count
    ),
    "lessons": lambda count: _n("{count} lesson time", "{count} lesson times", count),
    "activity_lists": lambda count: _n("{count} activity list", "{count} activity lists", count),
    "activities": lambda count: _n("{count} activity", "{count} activities", count),
}

_LEFT: dict[tuple[ImportChange, str], Callable[[int], Text]] = {
    (ImportChange.KEPT, "competences"): lambda count: _n(
        "{count} competence is no longer in the file; it stays, with its scores.",
        "{count} competences are no longer in the file; they stay, with their scores.",
        count,
    ),
    (ImportChange.KEPT, "indicators"): lambda count: _n(
        "{count} indicator is no longer in the file; it stays, with its scores.",
        "{count} indicators are no longer in the file; they stay, with their scores.",
        count,
    ),
    (ImportChange.ENDED, "lessons"): lambda count: _n(
        "{count} lesson time has ended.", "{count} lesson times have ended.", count
    ),
    (ImportChange.ENDED, "involvements"): lambda count: _n(
        "{count} role has ended: that person no longer looks on, and what was scored stays.",
        "{count} roles have ended: those people no longer look on, and what was scored stays.",
        count,
    ),
}
