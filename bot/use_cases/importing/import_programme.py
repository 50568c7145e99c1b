"""Import what a school adds to a framework's programme: settings, contexts, course components."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.domain.importing.changes import Changes, Rewording
from bot.domain.importing.drafts import ProgrammeDraft
from bot.messages import _
from bot.ports.importing import (
    Catalogue,
    ComponentRow,
    ContextRow,
    FrameworkRow,
    MemberRow,
    ProgrammeRow,
    TrainsRow,
)
from bot.refusal import Refused
from bot.use_cases.importing.programmes import framework_called, join_framework, make_programmes
from bot.use_cases.importing.upsert import relink, settle

KINDS = ("programmes", "contexts", "components")

Members = Mapping[int, MemberRow]
"""The competences of one programme, by their numbers there."""


def import_programme_details(
    catalogue: Catalogue, organisation_id: int, draft: ProgrammeDraft
) -> Changes:
    """Bring a programme's settings, contexts and course components to what the draft says.

    Contexts and components that the draft does not name stay. Raises Refused for a framework
    or a competence that is not there.
    """
    changes = Changes(KINDS)
    framework = _framework(catalogue, organisation_id, draft.framework)
    made = make_programmes(catalogue, organisation_id, [framework])
    programme = made.rows[framework.code]
    joined = _join_others(catalogue, organisation_id, draft, programme)
    changed = _settings(catalogue, programme, draft) or joined
    made.count_in(changes, "programmes", [framework.code] if changed else ())
    stored = catalogue.members.list_all(organisation_id)
    members = {member.number: member for member in stored if member.programme_id == programme.id}
    _refuse_strangers(draft, members)
    _contexts(catalogue, organisation_id, draft, programme.id, members, changes)
    _components(catalogue, organisation_id, draft, programme.id, members, changes)
    if changes.anything:
        catalogue.raise_revisions([programme.id])
    return changes


def _join_others(
    catalogue: Catalogue, organisation_id: int, draft: ProgrammeDraft, programme: ProgrammeRow
) -> bool:
    """Let the competences of other frameworks join; say whether any did."""
    joined = False
    for code in draft.frameworks:
        other = _framework(catalogue, organisation_id, code)
        joined |= bool(join_framework(catalogue, organisation_id, programme.id, other.id))
    return joined


def _framework(catalogue: Catalogue, organisation_id: int, code: str) -> FrameworkRow:
    frameworks = catalogue.frameworks.list_all(organisation_id)
    framework = framework_called(frameworks, code)
    if framework is None:
        raise Refused(_("There is no framework {code}: import it first.", code=code))
    return framework


def _settings(catalogue: Catalogue, programme: ProgrammeRow, draft: ProgrammeDraft) -> bool:
    cut_off = draft.cut_off.value if draft.cut_off else programme.cut_off
    blind_first = programme.blind_first if draft.blind_first is None else draft.blind_first
    title = draft.title or programme.title
    setting = draft.setting.value if draft.setting else programme.setting
    prior_rule = draft.prior_rule.value if draft.prior_rule else programme.prior_rule
    wanted = replace(
        programme,
        title=title,
        cut_off=cut_off,
        blind_first=blind_first,
        setting=setting,
        prior_rule=prior_rule,
    )
    if wanted == programme:
        return False
    catalogue.programmes.change([wanted])
    return True


def _refuse_strangers(draft: ProgrammeDraft, members: Members) -> None:
    named = [number for context in draft.contexts for number in context.trains]
    named += [number for component in draft.components for number in component.competences]
    for number in named:
        if number not in members:
            problem = _(
                "Programme {code} has no competence {number}.",
                code=draft.framework,
                number=str(number),
            )
            raise Refused(problem)


def _contexts(
    catalogue: Catalogue,
    organisation_id: int,
    draft: ProgrammeDraft,
    programme: int,
    members: Members,
    changes: Changes,
) -> None:
    stored = catalogue.contexts.list_all(organisation_id)
    known = [context for context in stored if context.programme_id == programme]
    titles = {context.number: context.title for context in known}
    changes.rewordings += [
        Rewording(str(context.number), titles[context.number], context.title)
        for context in draft.contexts
        if titles.get(context.number, context.title) != context.title
    ]
    settled = settle(
        catalogue.contexts,
        organisation_id,
        known,
        [ContextRow(programme, context.number, context.title) for context in draft.contexts],
        lambda context: context.number,
    )
    numbers = {row.id: number for number, row in settled.rows.items()}
    links, ended = relink(
        catalogue.trains,
        organisation_id,
        [link for link in catalogue.trains.list_all(organisation_id) if link.context_id in numbers],
        [
            TrainsRow(settled.rows[context.number].id, members[competence].competence_id, how.value)
            for context in draft.contexts
            for competence, how in context.trains.items()
        ],
        lambda link: (link.context_id, link.competence_id),
    )
    relinked = {context for context, _competence in links.new | links.changed | ended}
    settled.count_in(changes, "contexts", {numbers[context] for context in relinked})


def _components(
    catalogue: Catalogue,
    organisation_id: int,
    draft: ProgrammeDraft,
    programme: int,
    members: Members,
    changes: Changes,
) -> None:
    stored = catalogue.components.list_all(organisation_id)
    settled = settle(
        catalogue.components,
        organisation_id,
        [component for component in stored if component.programme_id == programme],
        [ComponentRow(programme, component.title) for component in draft.components],
        lambda component: component.title,
    )
    titles = {row.id: title for title, row in settled.rows.items()}
    holds = {
        number: settled.rows[component.title].id
        for component in draft.components
        for number in component.competences
    }
    moved = list(_moved(members, holds, titles))
    catalogue.members.change([new for _old, new in moved])
    touched = {member.course_component_id for pair in moved for member in pair}
    settled.count_in(
        changes, "components", {titles[component] for component in touched if component in titles}
    )


def _moved(
    members: Members, holds: Mapping[int, int], named: Mapping[int, str]
) -> Iterable[tuple[MemberRow, MemberRow]]:
    """Find each competence that changes component, before and after; others' components stay."""
    for number, old in members.items():
        # A component that the draft names holds what the draft says, and no more.
        stays = old.course_component_id if old.course_component_id not in named else None
        new = replace(old, course_component_id=holds.get(number, stays))
        if new != old:
            yield old, new
