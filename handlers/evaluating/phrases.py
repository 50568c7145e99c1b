"""Phrases that the rooms of evaluating share, in the chat and on the command line."""

import re
from collections.abc import Iterator

from bot.domain.evaluating.workplace_rule import HIGHEST_WEIGHT, BrokenRule
from bot.domain.school.tracks import Track
from bot.messages import Day, Moment, Quoted, Sayable, Text, _, lines, words
from bot.ports.evaluating.workplace import StatedRule
from bot.ports.periods.photos import Photo
from bot.showing.words.scores.results import RULE_WORD, percent_words
from bot.use_cases.evaluating.deliberating.state_rule import UnfitRule

GROUPED = 4
"""Signs of a fingerprint that stand together."""

_SIGNS_OF_A_NUMBER = re.compile(r"[\d\s.,/:%]+")


def say_photo(photo: Photo) -> Text:
    """Say of which photo something is, and of which moment that is."""
    return _("Photo of {period}, {when}.", period=photo.name, when=Moment(photo.head.as_of))


def fingerprint_of(digest: str) -> str:
    """Write a fingerprint, or its beginning, so that it can be compared by eye and read out."""
    return " ".join(digest[at : at + GROUPED] for at in range(0, len(digest), GROUPED))


def one_answer(text: str) -> bool:
    """Say whether words are meant as a number that was asked for: one word, or its signs alone."""
    return len(text.split()) == 1 or _SIGNS_OF_A_NUMBER.fullmatch(text.strip()) is not None


def say_ended_since(track: Track) -> Sayable:
    """Say when a track ended that is looked back on, and for what."""
    day = Day(track.ended_at) if track.ended_at else ""
    return _("The track ended on {day}; you look back on it for the class council.", day=day)


def say_rule(stated: StatedRule) -> Sayable:
    """Say how a programme's result comes about, what is to be reached, and who stated it."""
    return lines(*_say_rule(stated))


def _say_rule(stated: StatedRule) -> Iterator[Sayable]:
    yield _("The rule: {rule}.", rule=RULE_WORD[stated.rule.kind])
    mark = percent_words(stated.rule.to_reach)
    if stated.author:
        yield _(
            "To reach: {mark}. Stated by {name} on {day}.",
            mark=mark,
            name=stated.author,
            day=Day(stated.said_at),
        )
    else:
        yield _(
            "To reach: {mark}. Stated by the school on {day}.", mark=mark, day=Day(stated.said_at)
        )


def explain_unfit(unfit: UnfitRule) -> Text:
    """Say why a rule is not taken."""
    if unfit.broken is BrokenRule.MARK:
        return _(
            "The mark to reach is a number above 0 and at most 100, such as 62.5. Nothing was "
            "changed."
        )
    if unfit.broken is BrokenRule.NO_COMPETENCE or unfit.competence is None:
        return _(
            "The programme has no competence {number}. Nothing was changed.",
            number=str(unfit.number),
        )
    name = words(unfit.competence.number, Quoted(unfit.competence.title))
    if unfit.broken is BrokenRule.NO_WEIGHT:
        return _(
            "Competence {competence} has no weight: each one needs one, or say one for the rest. "
            "Nothing was changed.",
            competence=name,
        )
    return _(
        "The weight of competence {competence} is from 1 to {most}. Nothing was changed.",
        competence=name,
        most=HIGHEST_WEIGHT,
    )
