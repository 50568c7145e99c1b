"""What a school adds to a programme: settings, contexts and course components."""

from dataclasses import replace

import pytest

from bot.domain.importing.drafts import (
    CompetenceDraft,
    ComponentDraft,
    ContextDraft,
    ProgrammeDraft,
)
from bot.domain.school.frameworks import Contribution, CutOff, PriorRule, Setting
from bot.refusal import Refused
from bot.storage.school.programmes import read_programme
from bot.use_cases.importing.import_programme import import_programme_details
from tests.exchange.english import english
from tests.use_cases.importing.imports import BAKER, JONAS, in_memory, school

CLEANS = CompetenceDraft(3, "Cleans", ("Sweeps",))
HOUSE = ContextDraft(1, "Night shift", starts=(1,))
SHOP = ContextDraft(2, "Shop", starts=(2,), develops=(1,))
CRAFT = ComponentDraft("Craft", (1, 3))
TRADE = ComponentDraft("Trade", (2,))
WHOLE = ProgrammeDraft("bk-0999", "Baker, dual", CutOff.MORE_THAN, (HOUSE, SHOP), (CRAFT, TRADE))


@pytest.fixture
def oven():
    with in_memory() as connection:
        own = school(connection)
        own.learn(replace(BAKER, competences=(*BAKER.competences, CLEANS)))
        yield own


def detail(oven, draft=WHOLE, **changes):
    return import_programme_details(
        oven.catalogue, oven.organisation.id, replace(draft, **changes)
    ).as_json()


def programme(oven):
    return read_programme(oven.connection, 1, {})


def held(oven):
    return {component.title: component.competences for component in programme(oven).components}


def revision(oven):
    return oven.rows("SELECT revision FROM programme")


def changed(report):
    return {kind: times for kind, times in report["changed"].items() if times}


def test_a_programme_is_made_with_all_it_says(oven):
    report = detail(oven)
    assert report["new"] == {"programmes": 1, "contexts": 2, "components": 2}
    assert changed(report) == {}
    made = programme(oven)
    assert (made.code, made.title, made.cut_off) == ("BK-0999-2", "Baker, dual", CutOff.MORE_THAN)
    assert [(context.number, context.title, context.trains) for context in made.contexts] == [
        (1, "Night shift", ((1, Contribution.STARTS),)),
        (2, "Shop", ((1, Contribution.DEVELOPS), (2, Contribution.STARTS))),
    ]
    assert held(oven) == {"Craft": (1, 3), "Trade": (2,)}


def test_the_same_again_changes_nothing(oven):
    detail(oven)
    before = oven.everything()
    assert detail(oven) == {
        "new": {"programmes": 0, "contexts": 0, "components": 0},
        "changed": {"programmes": 0, "contexts": 0, "components": 0},
        "unchanged": {"programmes": 1, "contexts": 2, "components": 2},
    }
    assert oven.everything() == before


def test_in_which_education_it_stands_is_kept_until_it_is_said_otherwise(oven):
    detail(oven, setting=Setting.HIGHER)
    detail(oven)
    assert oven.rows("SELECT setting FROM programme") == [("higher",)]
    assert changed(detail(oven, setting=Setting.COMPULSORY)) == {"programmes": 1}
    assert oven.rows("SELECT setting FROM programme") == [("compulsory",)]


def test_what_counts_of_what_was_learned_before_is_kept_until_it_is_said_otherwise(oven):
    detail(oven)
    assert programme(oven).prior_rule is PriorRule.SHOWN
    detail(oven, prior_rule=PriorRule.ACQUIRED)
    detail(oven)
    assert programme(oven).prior_rule is PriorRule.ACQUIRED
    assert changed(detail(oven, prior_rule=PriorRule.COVERED)) == {"programmes": 1}
    assert programme(oven).prior_rule is PriorRule.COVERED


def test_what_is_left_out_stays_as_it_is(oven):
    detail(oven, blind_first=False)
    assert not programme(oven).blind_first
    before = oven.everything()
    detail(oven, ProgrammeDraft("BK-0999-2"))
    assert oven.everything() == before


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"title": "Baker"}, "programmes"),
        ({"cut_off": CutOff.AT_LEAST}, "programmes"),
        ({"blind_first": False}, "programmes"),
        ({"contexts": (replace(HOUSE, title="Day shift"), SHOP)}, "contexts"),
        ({"contexts": (replace(HOUSE, starts=(1, 3)), SHOP)}, "contexts"),
        ({"contexts": (HOUSE, replace(SHOP, develops=()))}, "contexts"),
        ({"contexts": (HOUSE, replace(SHOP, starts=(), develops=(1, 2)))}, "contexts"),
        ({"components": (replace(CRAFT, competences=(1,)), TRADE)}, "components"),
    ],
)
def test_each_change_is_counted_once_and_revises_the_programme(oven, change, kind):
    detail(oven)
    (before,) = revision(oven)
    assert changed(detail(oven, **change)) == {kind: 1}
    assert revision(oven) == [(before[0] + 1,)]
    assert changed(detail(oven, **change)) == {}
    assert revision(oven) == [(before[0] + 1,)]


def test_a_context_ends_with_what_the_draft_no_longer_says_of_it(oven):
    detail(oven)
    detail(oven, contexts=(ContextDraft(2, "Shop", starts=(3,)),))
    trains = {context.number: context.trains for context in programme(oven).contexts}
    assert trains == {1: ((1, Contribution.STARTS),), 2: ((3, Contribution.STARTS),)}


def test_competences_move_between_components(oven):
    detail(oven)
    moved = (ComponentDraft("Craft", (1,)), ComponentDraft("Trade", (2, 3)))
    assert changed(detail(oven, components=moved)) == {"components": 2}
    assert held(oven) == {"Craft": (1,), "Trade": (2, 3)}
    detail(oven, components=(ComponentDraft("Hygiene", (3,)),))
    assert held(oven) == {"Craft": (1,), "Trade": (2,), "Hygiene": (3,)}
    detail(oven, components=(ComponentDraft("Craft", (2,)),))
    assert held(oven) == {"Craft": (2,), "Hygiene": (3,)}


def test_it_finds_the_programme_that_a_roster_made(oven):
    oven.enrol(JONAS)
    report = detail(oven)
    assert report["new"] == {"programmes": 0, "contexts": 2, "components": 2}
    assert report["changed"]["programmes"] == 1
    assert programme(oven).title == "Baker, dual"


@pytest.mark.parametrize(
    ("draft", "sentence"),
    [
        (ProgrammeDraft("BK-0001"), "There is no framework BK-0001: import it first."),
        (
            ProgrammeDraft("BK-0999", contexts=(ContextDraft(1, "House", develops=(4,)),)),
            "Programme BK-0999 has no competence 4.",
        ),
        (
            ProgrammeDraft("BK-0999", components=(ComponentDraft("Craft", (1, 99)),)),
            "Programme BK-0999 has no competence 99.",
        ),
    ],
)
def test_what_is_not_there_is_refused(oven, draft, sentence):
    with pytest.raises(Refused) as caught:
        detail(oven, draft)
    assert english(caught.value.text) == sentence
