"""Import a framework: what is new is added, what changed is updated, nothing is ever deleted."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.domain.importing.changes import Changes, ImportChange, Rewording
from bot.domain.importing.drafts import FrameworkDraft
from bot.messages import _
from bot.ports.importing import Catalogue, CompetenceRow, FrameworkRow, IndicatorRow
from bot.refusal import Refused
from bot.use_cases.importing.programmes import framework_with_code, joining
from bot.use_cases.importing.upsert import Settled, settle
from bot.use_cases.importing.wording import NEAR, nearness, placed

KINDS = ("competences", "indicators")

Texts = defaultdict[int, dict[int, str]]
"""A competence's id → its stored texts by their numbers."""


def import_framework(
    catalogue: Catalogue, organisation_id: int, draft: FrameworkDraft, *, reword: bool = False
) -> Changes:
    """Bring the framework with the draft's code to what the draft says.

    What the draft lacks stays, and is counted as kept: scores hang on it. Raises Refused where a
    known number has quite another text, unless told to `reword`, or another competence.
    """
    changes = Changes(KINDS)
    framework = _framework(catalogue, organisation_id, draft, changes)
    stored = catalogue.competences.list_all(organisation_id)
    known = [competence for competence in stored if competence.framework_id == framework.id]
    old = _indicators_of(catalogue, organisation_id, known)
    texts = _texts(old)
    numbered = {competence.number: competence for competence in known}
    _refuse_moved_numbers(numbered, texts, draft)
    rows = [
        CompetenceRow(framework.id, competence.number, competence.title)
        for competence in draft.competences
    ]
    competences = settle(catalogue.competences, organisation_id, known, rows, _number_of)
    wanted = _placed(draft, competences.rows, texts)
    changes.rewordings += _reworded(numbered, texts, wanted, competences.rows)
    if not reword:
        _refuse_far(changes.rewordings)
    indicators = settle(
        catalogue.indicators,
        organisation_id,
        old,
        wanted,
        lambda indicator: (indicator.competence_id, indicator.number),
    )
    _count(changes, "competences", competences)
    _count(changes, "indicators", indicators)
    if changes.anything:
        fresh = [competences.rows[number] for number in sorted(competences.new)]
        _bring_to_programmes(catalogue, organisation_id, known, fresh)
    return changes


def _number_of(competence: CompetenceRow) -> int:
    return competence.number


def _count(changes: Changes, kind: str, settled: Settled[Any, Any]) -> None:
    settled.count_in(changes, kind)
    changes.count(ImportChange.KEPT, kind, settled.kept)


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


def _indicators_of(
    catalogue: Catalogue, organisation_id: int, known: Sequence[CompetenceRow]
) -> list[IndicatorRow]:
    ids = {competence.id for competence in known}
    every = catalogue.indicators.list_all(organisation_id)
    return [indicator for indicator in every if indicator.competence_id in ids]


def _texts(stored: Sequence[IndicatorRow]) -> Texts:
    texts: Texts = defaultdict(dict)
    for row in stored:
        texts[row.competence_id][row.number] = row.text
    return texts


def _placed(
    draft: FrameworkDraft, competences: Mapping[int, CompetenceRow], texts: Texts
) -> list[IndicatorRow]:
    return [
        IndicatorRow(competence, number, text)
        for drafted in draft.competences
        for competence in (competences[drafted.number].id,)
        for number, text in placed(texts[competence], drafted.indicators).items()
    ]


def _refuse_moved_numbers(
    known: Mapping[int, CompetenceRow], stored: Texts, draft: FrameworkDraft
) -> None:
    """Refuse a file in which a known competence has come under another number. Raises Refused."""
    was = {number: " ".join((row.title, *stored[row.id].values())) for number, row in known.items()}
    now = {
        competence.number: " ".join((competence.title, *competence.indicators))
        for competence in draft.competences
    }
    stays = {number for number in was.keys() & now if nearness(was[number], now[number]) >= NEAR}
    gone = was.keys() - stays
    for competence in draft.competences:
        number = competence.number
        if number in stays or not gone:
            continue
        nearest = max(sorted(gone), key=lambda old: nearness(was[old], now[number]))
        if nearest != number and nearness(was[nearest], now[number]) >= NEAR:
            problem = _(
                "Competence {number} “{title}” of this file was number {old} so far, and scores "
                "hang on the numbers: give this version of the framework a code of its own.",
                number=number,
                title=competence.title,
                old=nearest,
            )
            raise Refused(problem)


def _reworded(
    known: Mapping[int, CompetenceRow],
    stored: Texts,
    wanted: Sequence[IndicatorRow],
    competences: Mapping[int, CompetenceRow],
) -> Iterator[Rewording]:
    """List what has another text under its number."""
    for number, row in sorted(competences.items()):
        if number in known and known[number].title != row.title:
            yield Rewording(str(number), known[number].title, row.title)
        for indicator in sorted(wanted, key=lambda indicator: indicator.number):
            old = stored[row.id].get(indicator.number)
            if indicator.competence_id == row.id and old not in (None, indicator.text):
                yield Rewording(f"{number}.{indicator.number}", old or "", indicator.text)


class OtherTexts(Refused):
    """Quite other texts stand under known numbers; `in_chat` says so without the command line."""

    def __init__(self, listed: str) -> None:
        """Say which texts."""
        super().__init__(
            _(
                "These are other texts under a known number, and scores hang on them: {listed}. "
                "If they mean the same, import with --reword; else give this version a code of its "
                "own.",
                listed=listed,
            )
        )
        self.in_chat = _(
            "These are quite other texts under a known number: {listed}. Leave what stands under a "
            "known number, or give this version a code of its own.",
            listed=listed,
        )


def _refuse_far(rewordings: Sequence[Rewording]) -> None:
    """Refuse texts that have nothing of what stood under their number. Raises OtherTexts."""
    far = [said for said in rewordings if nearness(said.old, said.new) < NEAR]
    if far:
        listed = "; ".join(f"{said.number} “{said.old}” → “{said.new}”" for said in far)
        raise OtherTexts(listed)


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
