"""Import a framework: what is new is added, what changed is updated, nothing is ever deleted."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.domain.importing.changes import Changes, ImportChange
from bot.domain.importing.drafts import FrameworkDraft
from bot.ports.importing import Catalogue, CompetenceRow, FrameworkRow, IndicatorRow
from bot.use_cases.importing.programmes import framework_with_code, joining
from bot.use_cases.importing.upsert import Settled, settle

KINDS = ("competences", "indicators")


def import_framework(catalogue: Catalogue, organisation_id: int, draft: FrameworkDraft) -> Changes:
    """Bring the framework with the draft's code to what the draft says.

    What the draft lacks stays, and is counted as kept: scores hang on it.
    """
    changes = Changes(KINDS)
    framework = _framework(catalogue, organisation_id, draft, changes)
    stored = catalogue.competences.list_all(organisation_id)
    known = [competence for competence in stored if competence.framework_id == framework.id]
    wanted = [
        CompetenceRow(framework.id, competence.number, competence.title)
        for competence in draft.competences
    ]
    competences = settle(
        catalogue.competences, organisation_id, known, wanted, lambda competence: competence.number
    )
    indicators = _indicators(catalogue, organisation_id, draft, known, competences.rows)
    for kind, settled in (("competences", competences), ("indicators", indicators)):
        settled.count_in(changes, kind)
        changes.count(ImportChange.KEPT, kind, settled.kept)
    if changes.anything:
        fresh = [competences.rows[number] for number in sorted(competences.new)]
        _bring_to_programmes(catalogue, organisation_id, known, fresh)
    return changes


def _framework(
    catalogue: Catalogue, organisation_id: int, draft: FrameworkDraft, changes: Changes
) -> FrameworkRow:
    """Find or add the framework; a new title or source is a change of the framework itself."""
    wanted = FrameworkRow(draft.code, draft.version, draft.title, draft.source)
    known = framework_with_code(catalogue.frameworks.list_all(organisation_id), draft.code)
    if known is None:
        return next(iter(catalogue.frameworks.add(organisation_id, [wanted])))
    wanted = replace(wanted, code=known.code, id=known.id)
    if wanted != known:
        catalogue.frameworks.change([wanted])
        changes.count(ImportChange.CHANGED, "frameworks")
    return wanted


def _indicators(
    catalogue: Catalogue,
    organisation_id: int,
    draft: FrameworkDraft,
    known: Sequence[CompetenceRow],
    competences: Mapping[int, CompetenceRow],
) -> Settled[tuple[int, int], IndicatorRow]:
    ids = {competence.id for competence in known}
    stored = [
        indicator
        for indicator in catalogue.indicators.list_all(organisation_id)
        if indicator.competence_id in ids
    ]
    texts: dict[int, dict[int, str]] = defaultdict(dict)
    for row in stored:
        texts[row.competence_id][row.number] = row.text
    wanted = [
        IndicatorRow(competence, number, text)
        for drafted in draft.competences
        for competence in (competences[drafted.number].id,)
        for number, text in placed(texts[competence], drafted.indicators).items()
    ]
    return settle(
        catalogue.indicators,
        organisation_id,
        stored,
        wanted,
        lambda indicator: (indicator.competence_id, indicator.number),
    )


def placed(known: Mapping[int, str], texts: Sequence[str]) -> dict[int, str]:
    """Number the texts of a competence, so that no score comes to hang on another text.

    A text that is known keeps its number, wherever the file has it now. Another text takes the
    number of its place in the file where that is free (it rewords what stood there), else a
    new number after all others.
    """
    found = {place: text for place, text in enumerate(texts, 1) if known.get(place) == text}
    moved = [(place, text) for place, text in enumerate(texts, 1) if place not in found]
    others = []
    for place, text in moved:
        same = (number for number in sorted(known) if known[number] == text)
        number = next((number for number in same if number not in found), None)
        if number is None:
            others.append((place, text))
        else:
            found[number] = text
    for place, text in others:
        found[place if place not in found else max((*known, *found)) + 1] = text
    return found


def _bring_to_programmes(
    catalogue: Catalogue,
    organisation_id: int,
    known: Sequence[CompetenceRow],
    fresh: Sequence[CompetenceRow],
) -> None:
    """Let new competences join the programmes that use the framework, and revise those."""
    ids = {competence.id for competence in known}
    members = catalogue.members.list_all(organisation_id)
    using = {member.programme_id for member in members if member.competence_id in ids}
    for programme in sorted(using):
        taken = {member.number for member in members if member.programme_id == programme}
        catalogue.members.add(organisation_id, joining(programme, fresh, taken))
    catalogue.raise_revisions(using)
