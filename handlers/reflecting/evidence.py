"""An answer as evidence for an indicator: tapped among what was done lately, or typed."""

import re

from bot.domain.school.tracks import Track
from bot.messages import Reply, _, lines
from bot.use_cases.reflecting.find_own_answer import OwnAnswer
from bot.use_cases.reflecting.prompting.ask_prompt import doings_on
from bot.use_cases.reflecting.toggle_evidence import toggle_evidence
from handlers.reflecting.asked import EvidenceAwaited
from handlers.reflecting.questions import numbered
from handlers.reflecting.shown import NOT_YOURS, own_answer
from handlers.reflecting.taps import OfferEvidence, ShowAnswer, ToggleEvidence
from handlers.talking.phrases import short, ticked
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

OFFERED = 8
"""Indicators to tap; any other one is typed."""

TEXT_LENGTH = 48
_NUMBERS = re.compile(r"\d{1,3}\.\d{1,3}", re.ASCII)
_BETWEEN = r"(?:\s|[,;&+]|and|en|et|und)+"
_ONLY_NUMBERS = re.compile(rf"{_NUMBERS.pattern}(?:{_BETWEEN}{_NUMBERS.pattern})*", re.ASCII)


def only_numbers(text: str) -> bool:
    """Say whether a text names indicators and says nothing else."""
    return _ONLY_NUMBERS.fullmatch(text.strip().casefold()) is not None


def tapped_evidence(turn: Turn, tap: OfferEvidence) -> Replies:
    """Offer the indicators that an answer can be evidence for."""
    return _offer(turn, tap.answer)


def tapped_indicator(turn: Turn, tap: ToggleEvidence) -> Replies:
    """Let an answer be evidence for an indicator, or no longer."""
    answer, track = _found(turn, tap.answer)
    if answer is None or track is None or not numbered(turn.programme(track), {tap.indicator}):
        return [Reply(NOT_YOURS)]
    toggle_evidence(turn.uow, answer, [tap.indicator], turn.at)
    return _offer(turn, answer.id, edit=True)


def typed_indicator(turn: Turn, question: EvidenceAwaited, text: str) -> Replies:
    """Take indicators by their numbers; one that is unknown is named, and nothing is stored."""
    answer, track = _found(turn, question.answer)
    if answer is None or track is None:
        turn.close()
        return [Reply(NOT_YOURS)]
    known = _by_number(turn, track)
    typed = dict.fromkeys(_NUMBERS.findall(text))
    if not typed or typed.keys() - known.keys():
        said = _(
            "I look for numbers of indicators, such as {example}. Nothing was stored.",
            example=next(iter(known), "10.3"),
        )
        return [Reply(said, ((button(_("ready"), ShowAnswer(answer.id)),),))]
    fresh = [known[number] for number in typed if known[number] not in answer.evidence]
    toggle_evidence(turn.uow, answer, fresh, turn.at)
    return _offer(turn, answer.id)


def _found(turn: Turn, answer_id: int) -> tuple[OwnAnswer | None, Track | None]:
    answer = own_answer(turn, answer_id)
    return answer, turn.track(answer.track_id) if answer else None


def _by_number(turn: Turn, track: Track) -> dict[str, int]:
    return {
        f"{competence.number}.{indicator.number}": indicator.id
        for competence in turn.programme(track).competences
        for indicator in competence.indicators
    }


def _offer(turn: Turn, answer_id: int, *, edit: bool = False) -> Replies:
    answer, track = _found(turn, answer_id)
    if answer is None or track is None:
        return [Reply(NOT_YOURS)]
    turn.ask(EvidenceAwaited(answer=answer.id))
    offered = numbered(turn.programme(track), _likely(turn, answer, track))
    rows = [
        (
            button(
                ticked(number, short(what, TEXT_LENGTH), chosen=indicator in answer.evidence),
                ToggleEvidence(answer.id, indicator),
            ),
        )
        for indicator, (number, what) in offered.items()
    ]
    rows.append((button(_("ready"), ShowAnswer(answer.id, "here")),))
    example = next(iter(_by_number(turn, track)), "10.3")
    text = lines(
        _("What does this answer show? Tap it, or type the number of an indicator.")
        if offered
        else _(
            "What does this answer show? Type the number of an indicator, such as {example}.",
            example=example,
        ),
        _("Whoever may read the answer sees what it is evidence for."),
    )
    return [Reply(text, tuple(rows), edit=edit)]


def _likely(turn: Turn, answer: OwnAnswer, track: Track) -> list[int]:
    """List what an answer is evidence for, what it was asked about, and what was done lately."""
    about = answer.question.indicator_id if answer.question else None
    lately = (doing.indicator for doing in doings_on(turn.uow, track, turn.at))
    likely = dict.fromkeys((*answer.evidence, about, *lately))
    return [indicator for indicator in likely if indicator is not None][:OFFERED]
