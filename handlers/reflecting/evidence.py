"""An answer as evidence for an indicator: tapped among what was done lately, or typed."""

import re
from collections.abc import Sequence

from bot.domain.school.tracks import Track
from bot.messages import Reply, _, lines, words
from bot.ports.reflecting.answers import Reflection
from bot.use_cases.reflecting.ask_prompt import doings_on
from handlers.reflecting.asked import EvidenceAwaited
from handlers.reflecting.questions import numbered
from handlers.reflecting.shown import NOT_YOURS, mine
from handlers.reflecting.taps import OfferEvidence, ShowAnswer, ToggleEvidence
from handlers.talking.phrases import short
from handlers.talking.tap import button
from handlers.talking.turn import Replies, Turn

OFFERED = 8
"""Indicators to tap; any other one is typed."""

TEXT_LENGTH = 48
_NUMBERS = re.compile(r"\d{1,3}\.\d{1,3}", re.ASCII)
_BETWEEN = r"(?:\s|[,;&+]|and|en|et|und)+"
_ONLY_NUMBERS = re.compile(rf"{_NUMBERS.pattern}(?:{_BETWEEN}{_NUMBERS.pattern})*", re.ASCII)


def tapped_evidence(turn: Turn, tap: OfferEvidence) -> Replies:
    """Offer the indicators that an answer can be evidence for."""
    found = mine(turn, tap.answer)
    track = turn.track(found.track_id) if found else None
    return [_offer(turn, found, track)] if found and track else [Reply(NOT_YOURS)]


def tapped_indicator(turn: Turn, tap: ToggleEvidence) -> Replies:
    """Let an answer be evidence for an indicator, or no longer."""
    found = mine(turn, tap.answer)
    track = turn.track(found.track_id) if found else None
    if found is None or track is None or not numbered(turn.programme(track), {tap.indicator}):
        return [Reply(NOT_YOURS)]
    return [_toggled(turn, found, track, [tap.indicator], edit=True)]


def only_numbers(text: str) -> bool:
    """Say whether a text names indicators and says nothing else."""
    return _ONLY_NUMBERS.fullmatch(text.strip().casefold()) is not None


def typed_indicator(turn: Turn, question: EvidenceAwaited, text: str) -> Replies:
    """Take indicators by their numbers; one that is unknown is named, and nothing is stored."""
    found = mine(turn, question.answer)
    track = turn.track(found.track_id) if found else None
    if found is None or track is None:
        turn.close()
        return [Reply(NOT_YOURS)]
    known = _by_number(turn, track)
    typed = _NUMBERS.findall(text)
    unknown = [one for one in typed if one not in known]
    if unknown or not typed:
        said = _(
            "I look for numbers of indicators, such as {example}. Nothing was stored.",
            example=next(iter(known), "10.3"),
        )
        return [Reply(said, ((button(_("ready"), ShowAnswer(found.id)),),))]
    fresh = [known[one] for one in dict.fromkeys(typed) if known[one] not in found.evidence]
    return [_toggled(turn, found, track, fresh, edit=False)]


def _toggled(
    turn: Turn, found: Reflection, track: Track, indicators: Sequence[int], *, edit: bool
) -> Reply:
    for indicator in indicators:
        turn.uow.answers.toggle_evidence(found.organisation_id, found.id, indicator)
    return _offer(turn, mine(turn, found.id) or found, track, edit=edit)


def _by_number(turn: Turn, track: Track) -> dict[str, int]:
    competences = turn.programme(track).competences
    return {
        f"{competence.number}.{one.number}": one.id
        for competence in competences
        for one in competence.indicators
    }


def _offer(turn: Turn, found: Reflection, track: Track, *, edit: bool = False) -> Reply:
    turn.ask(EvidenceAwaited(answer=found.id))
    about = found.question.indicator_id if found.question else None
    lately = [one.indicator for one in doings_on(turn.uow, track, turn.at)]
    wanted = [one for one in (*found.evidence, about, *lately) if one is not None]
    offered = set(list(dict.fromkeys(wanted))[:OFFERED])
    rows = [
        (
            button(
                words("☑" if one in found.evidence else "☐", number, short(text, TEXT_LENGTH)),
                ToggleEvidence(found.id, one),
            ),
        )
        for one, (number, text) in numbered(turn.programme(track), offered).items()
    ]
    rows.append((button(_("ready"), ShowAnswer(found.id, "here")),))
    text = lines(
        _("What does this answer show? Tap it, or type the number of an indicator."),
        _("Whoever may read the answer sees what it is evidence for."),
    )
    return Reply(text, tuple(rows), edit=edit)
