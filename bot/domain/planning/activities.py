"""What a workplace can offer of a programme: its activities.

Source: document 004, chapter 2 §4 (what a workplace has to offer for its recognition).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

OWN = ""
"""The title of what was tapped: contexts and competences that carry their own titles."""


@dataclass(frozen=True, slots=True)
class Activity:
    """Something a workplace does, tied to competences or contexts (identities)."""

    title: str
    competences: frozenset[int] = frozenset()
    contexts: frozenset[int] = frozenset()

    @property
    def tied(self) -> bool:
        """Say whether it is tied to anything."""
        return bool(self.competences or self.contexts)


@dataclass(frozen=True, slots=True)
class ActivityList:
    """The activities of one workplace for one programme.

    `not_here` are competences (identities) of which somebody said that they cannot be done there
    though an activity brings them.
    """

    activities: tuple[Activity, ...] = ()
    not_here: frozenset[int] = frozenset()

    @property
    def titled(self) -> tuple[Activity, ...]:
        """The activities with a title of their own, by title."""
        return tuple(activity for activity in self.activities if activity.title != OWN)

    @property
    def own(self) -> Activity:
        """What was tapped: contexts and single competences."""
        found = (activity for activity in self.activities if activity.title == OWN)
        return next(found, Activity(OWN))

    def with_own(self, own: Activity) -> "ActivityList":
        """Put other contexts and single competences in the place of those that were tapped."""
        kept = (own,) if own.tied else ()
        return replace(self, activities=(*self.titled, *kept))

    def with_titled(self, titled: Iterable[Activity]) -> "ActivityList":
        """Put other titled activities in the place of these; what was tapped stays."""
        kept = (self.own,) if self.own.tied else ()
        in_order = sorted(titled, key=lambda activity: activity.title)
        return replace(self, activities=(*in_order, *kept))

    def holding(self, context_id: int) -> tuple[str, ...]:
        """List the titles of the activities that a context is part of."""
        return tuple(own.title for own in self.activities if context_id in own.contexts)

    def with_context(
        self, context_id: int, *, offered: bool, among: Collection[str] = (OWN,)
    ) -> "ActivityList":
        """Say that a context comes up there, among activities of these titles, or that it does not.

        Then it is part of no activity, and the titled ones stay, even without anything else.
        """
        titles = {own.title for own in self.activities} & set(among) if offered else set()

        def changed(own: Activity) -> Activity:
            contexts = own.contexts - {context_id}
            return replace(
                own, contexts=contexts | {context_id} if own.title in titles else contexts
            )

        listed = self.with_titled(map(changed, self.titled)).with_own(changed(self.own))
        if offered and not titles:
            own = replace(self.own, contexts=self.own.contexts | {context_id})
            listed = listed.with_own(own)
        return listed

    def with_competence(
        self, competence_id: int, *, offered: bool, brought: frozenset[int]
    ) -> "ActivityList":
        """Say that a competence can be done there, or that it cannot.

        `brought` are the competences that contexts and titled activities bring: of those it is
        kept that this one is not here, and the activities stay as they are.
        """
        alone = self.own.competences - {competence_id}
        not_here = self.not_here - {competence_id}
        if offered and competence_id not in brought:
            alone |= {competence_id}
        if not offered and competence_id in brought:
            not_here |= {competence_id}
        changed = self.with_own(replace(self.own, competences=alone))
        return replace(changed, not_here=not_here)
