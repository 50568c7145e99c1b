"""A random walk over a card: what is stored, and what the card shows of it, is what was said."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from random import Random

import pytest

from bot.domain.school.tracks import Role
from bot.domain.scoring.film import Mark, Score, fold, says
from bot.domain.scoring.scales import Coverage, Mastery
from bot.ports import Shown
from handlers.talking.phrases import MASTERY_SIGN
from tests.dialogues.card.cards import open_card
from tests.dialogues.school import School
from tests.dialogues.scoring.test_colleagues import shared

__all__ = ["shared"]

STEPS = 60
STAYS = {"ka", "kb", "kc", "kd", "ke", "kf", "kh", "ki"}
"""Codes of the buttons that stay on the card."""


@dataclass(frozen=True)
class Saying:
    """One thing that a card said and that stands."""

    who: str
    indicator: int
    score: Score


@dataclass
class Model:
    """What two mentors said on their cards, without entries, pictures and folds in between."""

    order: list[int]
    sayings: list[Saying] = field(default_factory=list)
    held: dict[tuple[str, int], Mastery] = field(default_factory=dict)
    number: int = 0

    def mark(self, indicator: int) -> Mark:
        return fold(own.score for own in self.sayings if own.indicator == indicator)

    def of(self, who: str, indicator: int) -> list[Saying]:
        return [own for own in self.sayings if (own.who, own.indicator) == (who, indicator)]

    def unsaid(self, who: str, scale: str) -> list[int]:
        """List of which somebody says nothing on a scale, or all."""
        left = [
            own
            for own in self.order
            if not any(
                said.score.not_here or getattr(said.score, scale) for said in self.of(who, own)
            )
        ]
        return left or self.order

    def say(self, who: str, indicator: int, score: Score) -> None:
        self.number += 1
        said = Saying(who, indicator, replace(score, id=self.number))
        beside = [own for own in self.sayings if own.indicator == indicator]
        if fold(own.score for own in [*beside, said]).contradictory:
            if score.mastery and score.mastery.acquired:
                self.held[who, indicator] = score.mastery
            return
        self.sayings.append(said)
        self.held.pop((who, indicator), None)

    def take_back(self, who: str, indicator: int, scale: str) -> None:
        if self.held.pop((who, indicator), None):
            return
        mine = self.of(who, indicator)
        others = [own for own in self.sayings if own not in mine]
        kept = []
        for own in mine:
            less = (
                replace(own.score, coverage=None)
                if scale == "coverage"
                else replace(own.score, mastery=None, not_here=False)
            )
            kept += [replace(own, score=less)] if says(less) else []
        left = [own for own in [*others, *kept] if own.indicator == indicator]
        if fold(own.score for own in left).contradictory:
            kept = []
        self.sayings = [*others, *kept]

    def undo(self, who: str) -> None:
        self.sayings = [own for own in self.sayings if own.who != who]

    def tap(self, who: str, code: str, at: datetime) -> None:
        """Say what a button's code means."""
        kind, _serial, *values = code.split(":")
        match kind, values:
            case "ka", [indicator, mastery]:
                self.say(who, int(indicator), Score(at, mastery=Mastery(mastery)))
            case "kb", [indicator, coverage]:
                held = self.held.get((who, int(indicator)))
                self.say(who, int(indicator), Score(at, mastery=held, coverage=Coverage(coverage)))
            case "kc", [indicator]:
                self.say(who, int(indicator), Score(at, not_here=True))
            case "kd", [indicator, scale]:
                self.take_back(who, int(indicator), scale)
            case _:
                self.tap_for_all(who, kind, values, at)

    def tap_for_all(self, who: str, kind: str, values: list[str], at: datetime) -> None:
        """Say the same of all that somebody's card says nothing of; what is not here never came."""
        if kind == "ke":
            for own in self.unsaid(who, "mastery"):
                self.say(who, own, Score(at, mastery=Mastery(values[0])))
        if kind == "kf":
            for own in self.unsaid(who, "coverage"):
                held = self.held.get((who, own))
                if not self.mark(own).not_here:
                    self.say(who, own, Score(at, mastery=held, coverage=Coverage(values[0])))


def codes_of(shown: Shown) -> list[str]:
    """List the codes of a card's buttons, but not of those that leave it."""
    codes = (str(own["code"]) for row in shown.buttons for own in row)
    return [code for code in codes if code.split(":")[0] in STAYS]


def stored(school: School) -> dict[int, Mark]:
    with school.engine.begin() as connection:
        reads = school.unit(connection).reads
        return dict(reads.read_perspective(school.people["m1"].person_id, 1, Role.MENTOR, None))


def next_code(random: Random, shown: Shown, late: list[str]) -> str:
    """Choose a button: mostly one in sight, at times one of a picture of before."""
    codes = late if random.random() < 0.2 else codes_of(shown)
    few = [code for code in codes if code[:2] not in {"ke", "kf"} or random.random() < 0.2]
    return random.choice(few)


def agree(model: Model, marks: dict[int, Mark], shown: Shown, who: str) -> bool:
    """Say whether what was said, what is stored and what is shown are the same."""
    for number, own in enumerate(model.order, 1):
        want, have = model.mark(own), marks.get(own, Mark())
        if (want.mastery, want.coverage, want.not_here) != (
            have.mastery, have.coverage, have.not_here,
        ):  # fmt: skip
            return False
        lines = [line for line in shown.text.split("\n") if line.startswith(f"{number}. ")]
        mastery = model.held.get((who, own)) or want.mastery
        if lines and mastery and MASTERY_SIGN[mastery] not in lines[0]:
            return False
    return True


@pytest.mark.parametrize("seed", [1, 3])
def test_what_is_stored_and_shown_is_what_was_said(shared: School, seed: int):
    school, random, before = shared, Random(seed), ""
    shown = {who: open_card(school, who) for who in ("m1", "m2")}
    late = {who: codes_of(card) for who, card in shown.items()}
    first = min(int(code.split(":")[2]) for code in late["m1"] if code.startswith("ka"))
    model = Model(list(range(first, first + 13)))
    for _step in range(STEPS):
        who = random.choice(["m1", "m1", "m2"])
        # Of the same instant only what one person says keeps its order.
        school.later(seconds=random.choice([0, 0, 1, 60]), microseconds=before != who)
        before = who
        if random.random() < 0.04:
            if "Undone" in school.text(who, "/undo"):
                model.undo(who)
            continue
        code = next_code(random, shown[who], late[who])
        card = school.tap_code(who, code)[-1]
        model.tap(who, code, school.at)
        if codes_of(card):
            shown[who] = card
            late[who] += codes_of(card)
            assert agree(model, stored(school), card, who)
