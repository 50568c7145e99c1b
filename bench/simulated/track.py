"""One simulated track as the product would keep it, played through the rule with settling."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from bench.simulated.forms import Act, Event, period
from bench.simulated.programme import OPENED_AT, PHOTO_AT, SIZES, TRACKS, Views
from bot.domain.divergence.alerts import AlertChange, AlertStanding, changes, standing_since
from bot.domain.divergence.comparison import Case
from bot.domain.divergence.kinds import DivergenceKind
from bot.domain.divergence.raters import leniencies
from bot.domain.divergence.rule import divergences
from bot.domain.divergence.settling import Sitting, all_settle_at
from bot.domain.divergence.thresholds import Thresholds
from bot.domain.school.frameworks import CutOff
from bot.domain.school.tracks import PERSPECTIVES, Role
from bot.domain.scoring.film import Mark, Score, apply, fold

Film = dict[int, Mark]


@dataclass(slots=True, eq=False)
class Track:
    """What was said, the film it gives, who is busy, what stands, and how that came.

    Films are by role and competence; `changes` has the instant and the competence of each.
    """

    views: Views
    said: dict[tuple[Role, int], list[Event]] = field(default_factory=lambda: defaultdict(list))
    film: dict[tuple[Role, int], Film] = field(default_factory=lambda: defaultdict(dict))
    standing: dict[int, dict[DivergenceKind, AlertStanding]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    busy: dict[Role, Sitting] = field(default_factory=dict)
    touched: set[int] = field(default_factory=set)
    changes: list[tuple[datetime, int, AlertChange]] = field(default_factory=list)

    def play(self, thresholds: Thresholds) -> None:
        """Let everything happen, and judge each time that everybody has finished."""
        for event in period(self.views):
            self._settle(event.at, thresholds)
            self._happens(event)
        self._settle(datetime.max.replace(tzinfo=PHOTO_AT.tzinfo), thresholds)

    def case(self, competence: int, now: datetime, thresholds: Thresholds) -> Case:
        """Lay beside each other what the rule compares."""
        return Case(
            indicators=tuple(range(SIZES[competence])),
            marks={role: self.film[role, competence] for role in PERSPECTIVES},
            now=now,
            cut_off=CutOff.AT_LEAST,
            thresholds=thresholds,
            opened_at=OPENED_AT,
            photo_at=PHOTO_AT,
            since=standing_since(self.standing[competence].values()),
        )

    def _happens(self, event: Event) -> None:
        if event.act is Act.IS_DONE:
            if event.role in self.busy:
                self.busy[event.role] = Sitting(self.busy[event.role].said_at, event.at)
            return
        form = (event.role, event.competence)
        if event.score is None:
            self.said[form] = [before for before in self.said[form] if before.entry != event.entry]
            self.film[form] = _film(self.said[form])
        else:
            self.said[form].append(event)
            mark = self.film[form].get(event.indicator, Mark())
            self.film[form][event.indicator] = apply(mark, event.score)
        self.busy[event.role] = Sitting(event.at)
        self.touched.add(event.competence)

    def _settle(self, now: datetime, thresholds: Thresholds) -> None:
        at = all_settle_at(self.busy.values(), thresholds)
        if at is None or at > now:
            return
        forms = [self.case(place, at, thresholds).masteries for place in range(len(SIZES))]
        for competence in sorted(self.touched):
            others = (form for place, form in enumerate(zip(SIZES, forms, strict=True))
                      if place != competence)  # fmt: skip
            case = self.case(competence, at, thresholds)
            self.judge(competence, replace(case, leniencies=leniencies(others)))
        self.busy.clear()
        self.touched.clear()

    def judge(self, competence: int, case: Case) -> None:
        """Find what is apart on one competence, and keep what stands by now."""
        stands = self.standing[competence]
        for change in changes(divergences(case), stands.values()):
            stands[change.standing.kind] = change.standing
            self.changes.append((case.now, competence, change))


def _film(said: Iterable[Event]) -> Film:
    scores: dict[int, list[Score]] = defaultdict(list)
    for event in said:
        if event.score is not None:
            scores[event.indicator].append(event.score)
    return {indicator: fold(own) for indicator, own in scores.items()}


def played(seed: int, thresholds: Thresholds, tracks: int = TRACKS) -> list[Track]:
    """Play a programme's period."""
    programme = [Track(Views(seed, number)) for number in range(tracks)]
    for track in programme:
        track.play(thresholds)
    return programme
