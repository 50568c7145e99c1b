"""What is imported is tidy and keeps the rules, and each broken rule has its sentence."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.importing.changes import Changes, ImportChange
from bot.domain.importing.drafts import (
    CompetenceDraft,
    ComponentDraft,
    ContextDraft,
    FrameworkDraft,
    ProgrammeDraft,
    RosterRow,
    Rule,
    Unsound,
    tidy,
)
from bot.domain.school.frameworks import Contribution
from bot.exchange.reading.sentences import sentence_of
from tests.exchange.english import english

LAYS = CompetenceDraft(10, "Lays conduits", ("Bends", "Saws"))


def competence(number=1, title="Works", indicators=("Asks",)):
    return lambda: CompetenceDraft(number, title, indicators)


def framework(code="E-1", title="Electrician", competences=(LAYS,)):
    return lambda: FrameworkDraft(code, "1", title, "", competences)


def programme(contexts=(), components=()):
    return lambda: ProgrammeDraft("E-1", contexts=contexts, components=components)


BROKEN = [
    (Rule.HAS_CODE, framework(code=" "), "the framework has no code"),
    (Rule.HAS_TITLE, framework(title="\t"), "the framework has no title"),
    (Rule.HAS_COMPETENCES, framework(competences=()), "there is no competence in it"),
    (
        Rule.COMPETENCE_NUMBER,
        competence(number=0),
        "0 cannot be the number of a competence: use a whole number from 1 to 9999",
    ),
    (
        Rule.COMPETENCE_NUMBER,
        competence(number=10_000),
        "10000 cannot be the number of a competence: use a whole number from 1 to 9999",
    ),
    (
        Rule.COMPETENCE_ONCE,
        framework(competences=(LAYS, LAYS)),
        "there are two competences with number 10",
    ),
    (Rule.COMPETENCE_TITLE, competence(title=" \x00"), "competence 1 has no title"),
    (Rule.HAS_INDICATORS, competence(indicators=()), "competence 1 has no indicators"),
    (
        Rule.INDICATOR_TEXT,
        competence(indicators=("Asks", "\u200a")),
        "indicator 2 of competence 1 has no text",
    ),
    (
        Rule.CONTEXT_NUMBER,
        lambda: ContextDraft(-1, "House", (1,)),
        "-1 cannot be the number of a context: use a whole number from 1 to 9999",
    ),
    (
        Rule.CONTEXT_ONCE,
        programme(contexts=(ContextDraft(1, "House", (1,)), ContextDraft(1, "Flat", (2,)))),
        "there are two contexts with number 1",
    ),
    (Rule.CONTEXT_TITLE, lambda: ContextDraft(1, "", (1,)), "context 1 has no title"),
    (Rule.CONTEXT_TRAINS, lambda: ContextDraft(1, "House"), "context 1 trains no competence"),
    (
        Rule.CONTEXT_CLEAR,
        lambda: ContextDraft(1, "House", (3, 4), (4,)),
        "context 1 names competence 4 twice",
    ),
    (
        Rule.COMPONENT_TITLE,
        lambda: ComponentDraft(" ", (1,)),
        "there is a course component without a title",
    ),
    (
        Rule.COMPONENT_ONCE,
        programme(components=(ComponentDraft("A", (1,)), ComponentDraft(" A", (2,)))),
        "there are two course components called “A”",
    ),
    (
        Rule.COMPONENT_HOLDS,
        lambda: ComponentDraft("A", ()),
        "course component “A” holds no competence",
    ),
    (
        Rule.COMPONENT_CLEAR,
        programme(components=(ComponentDraft("A", (1, 2)), ComponentDraft("B", (2,)))),
        "competence 2 stands in two course components",
    ),
]


@pytest.mark.parametrize(("rule", "make", "sentence"), BROKEN)
def test_what_breaks_a_rule_is_refused_with_its_sentence(rule, make, sentence):
    with pytest.raises(Unsound) as caught:
        make()
    assert caught.value.rule is rule
    assert english(sentence_of(caught.value)) == sentence


def test_every_rule_is_tried():
    assert {rule for rule, _make, _sentence in BROKEN} == set(Rule)


def test_a_sound_framework_is_tidied_and_in_order():
    works = CompetenceDraft(2, " Works  together ", (" Asks\u00a0 for\nhelp ",))
    draft = FrameworkDraft(" E-1 ", " 1", "Elec\x07trician ", "  ours", (LAYS, works))
    assert (draft.code, draft.version, draft.source) == ("E-1", "1", "ours")
    assert draft.title == "Elec trician"
    assert [competence.number for competence in draft.competences] == [2, 10]
    assert draft.competences[0] == CompetenceDraft(2, "Works together", ("Asks for help",))


def test_a_context_says_what_it_does_for_each_competence():
    context = ContextDraft(2, "Renovation", starts=(1, 5), develops=(3,))
    assert context.trains == {
        1: Contribution.STARTS,
        5: Contribution.STARTS,
        3: Contribution.DEVELOPS,
    }


def test_a_roster_row_is_tidied():
    row = RosterRow(3, student=" Jonas \t Verlinde", mentor_id=" m1 | m2 ")
    assert (row.student, row.mentor_id, row.coach) == ("Jonas Verlinde", "m1 | m2", "")


def test_tidying_changes_no_sign_for_another():
    assert tidy("2,5 mm² · ½ “klaar” – Ça") == "2,5 mm² · ½ “klaar” – Ça"


@given(st.text(st.characters(codec=None)))
@example("half \ud83d a character")
@example("e\u0301")
@example("\ufeffBK")
@example("nul\x00byte")
def test_tidy_text_can_be_stored_anywhere(text):
    tidied = tidy(text)
    assert tidied.encode().decode() == tidied
    assert not re.search("[\x00-\x1f\x7f-\x9f]|  ", tidied)
    assert tidied == tidied.strip()
    assert unicodedata.is_normalized("NFC", tidied)
    assert tidy(tidied) == tidied


def test_changes_name_every_kind_and_what_stayed_or_ended_where_it_happened():
    changes = Changes(("competences", "indicators"))
    changes.count(ImportChange.NEW, "indicators", 2)
    assert changes.as_json() == {
        "new": {"competences": 0, "indicators": 2},
        "changed": {"competences": 0, "indicators": 0},
        "unchanged": {"competences": 0, "indicators": 0},
    }
    changes.count(ImportChange.KEPT, "indicators", 3)
    changes.count(ImportChange.ENDED, "indicators", 0)
    assert changes.as_json()["kept"] == {"indicators": 3}
    assert "ended" not in changes.as_json()


@pytest.mark.parametrize(
    ("change", "written"),
    [
        (ImportChange.NEW, True),
        (ImportChange.CHANGED, True),
        (ImportChange.ENDED, True),
        (ImportChange.UNCHANGED, False),
        (ImportChange.KEPT, False),
    ],
)
def test_only_what_was_written_counts_as_anything(change, written):
    changes = Changes(("people",))
    changes.count(change, "people", 0)
    assert not changes.anything
    changes.count(change, "people")
    assert changes.anything is written
