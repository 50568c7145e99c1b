"""Modules in words: what is in one, and how it stands with it."""

from collections.abc import Iterator, Sequence

from bot.domain.importing.drafts import FrameworkDraft
from bot.domain.sector.modules import ModuleState, SectorModule
from bot.messages import Day, Quoted, Sayable, Table, _, _n, lines, listed, words
from bot.use_cases.sector.modules.see_modules import list_programmes
from handlers.talking.turn import Turn

SHOWN = 15
"""Competences of a module that are named in a message; the table beside it names all."""

STATE_WORD = {
    ModuleState.PROPOSED: _("waits for what the school says"),
    ModuleState.TAKEN: _("taken in"),
    ModuleState.REFUSED: _("not taken in"),
    ModuleState.WITHDRAWN: _("taken back"),
    ModuleState.REPLACED: _("a newer version took its place"),
}
GONE = _("This module is not there any more.")


def title_of(draft: FrameworkDraft) -> Sayable:
    """Name a module by its code, version and title."""
    version = f"({draft.version})" if draft.version else None
    return words(draft.code, Quoted(draft.title) if draft.title != draft.code else None, version)


def say_contents(draft: FrameworkDraft) -> Iterator[Sayable]:
    """Say what is in a module: its competences with how many indicators each has."""
    for own in draft.competences[:SHOWN]:
        count = _n("{count} indicator", "{count} indicators", len(own.indicators))
        yield words("•", own.number, own.title, words("(", count, ")", by=""))
    more = len(draft.competences) - SHOWN
    if more > 0:
        yield _n("and {count} more", "and {count} more", more)


def table_of(draft: FrameworkDraft) -> Table:
    """Lay all of a module out, indicator by indicator, to take away."""
    rows = tuple(
        (str(own.number), own.title, text) for own in draft.competences for text in own.indicators
    )
    return Table(draft.title, (_("number"), _("title"), _("indicator")), rows)


def say_state(turn: Turn, module: SectorModule) -> Sayable:
    """Say how it stands with a module, since when, and why it was refused."""
    titles = list_titles(turn, module)
    since = module.decided_at or module.proposed_at
    if module.state is ModuleState.PROPOSED:
        since = module.proposed_at
    return lines(
        words(STATE_WORD[module.state], words("(", Day(since), ")", by="")),
        _("It is in: {programmes}.", programmes=listed(titles)) if titles else None,
        _("Why: {reason}", reason=Quoted(module.reason)) if module.reason else None,
    )


def list_titles(turn: Turn, module: SectorModule) -> list[str]:
    """List the titles of the programmes in which a module is."""
    known = list_programmes(turn.uow, module.organisation_id) if module.programmes else {}
    return [known[own].title for own in module.programmes if own in known]


def name_few_modules(modules: Sequence[SectorModule]) -> Sayable:
    """Name modules by their titles."""
    return listed([own.draft.title for own in modules])
