"""What an outcome needs, in its order, and that nothing half passes."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.matching.intakes import Criterion
from bot.domain.matching.interviews import (
    Alternative,
    CriterionMet,
    Interview,
    InterviewOutcome,
    Missing,
    missing,
    next_criterion,
)

CRITERIA = tuple(Criterion(number * 10, number, f"criterion {number}") for number in range(1, 5))
NOW = datetime(2026, 10, 14, tzinfo=UTC)
EMPTY = Interview(1, 1, 1, 1, 1, 1, NOW, 1, NOW)
ALL_MET = {own.id: CriterionMet.MET for own in CRITERIA}

drafts = st.builds(
    lambda met, feedback, outcome, way, words: replace(
        EMPTY, met=met, feedback=feedback, outcome=outcome, alternative=way, alternative_words=words
    ),
    st.dictionaries(st.sampled_from([own.id for own in CRITERIA]), st.sampled_from(CriterionMet)),
    st.sampled_from(("", "You asked twice")),
    st.sampled_from((None, *InterviewOutcome)),
    st.sampled_from((None, *Alternative)),
    st.sampled_from(("", "An evening class")),
)


@given(drafts)
def test_nothing_is_missing_only_where_all_is_there(draft: Interview):
    told = missing(draft, CRITERIA) is None
    whole = set(draft.met) == {own.id for own in CRITERIA} and draft.feedback != ""
    goes_on = draft.alternative is Alternative.ANOTHER_PLACE or (
        draft.alternative is not None and draft.alternative_words != ""
    )
    matches = draft.outcome is InterviewOutcome.MATCH
    assert told is (whole and draft.outcome is not None and (matches or goes_on))


def test_it_is_asked_in_one_order():
    draft, asked = EMPTY, []
    steps: dict[Missing, dict[str, Any]] = {
        Missing.FEEDBACK: {"feedback": "You asked twice"},
        Missing.OUTCOME: {"outcome": InterviewOutcome.NO_MATCH},
        Missing.ALTERNATIVE: {"alternative": Alternative.OTHER},
        Missing.ALTERNATIVE_WORDS: {"alternative_words": "An evening class"},
    }
    while (lacks := missing(draft, CRITERIA)) is not None:
        asked.append(lacks)
        criterion = next_criterion(draft, CRITERIA)
        if criterion is not None:
            draft = replace(draft, met={**draft.met, criterion.id: CriterionMet.PARTLY})
        else:
            draft = replace(draft, **steps[lacks])
    assert asked == [Missing.CRITERION] * len(CRITERIA) + list(steps)
    assert list(draft.met) == [own.id for own in CRITERIA]


def test_a_criterion_of_another_round_counts_for_none():
    draft = replace(EMPTY, met={999: CriterionMet.MET}, feedback="Good")
    assert missing(draft, CRITERIA) is Missing.CRITERION
    assert missing(replace(draft, met=ALL_MET), CRITERIA) is Missing.OUTCOME
