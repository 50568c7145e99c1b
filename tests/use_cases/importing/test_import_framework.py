"""Importing a framework: new, changed, the same again, a new version, and what uses it."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.importing.drafts import CompetenceDraft
from bot.exchange.framework_csv import read_framework
from bot.refusal import Refused
from bot.storage.school.programmes import read_programme
from bot.use_cases.importing.wording import placed
from tests.exchange.english import english
from tests.use_cases.importing.imports import BAKER, JONAS, in_memory, school

DATA = Path(__file__).parents[3] / "../shared/data/vks"

BAKES, SELLS = BAKER.competences


@pytest.fixture
def oven():
    with in_memory() as connection:
        yield school(connection)


def baker(*competences, **changes):
    return replace(BAKER, competences=competences or BAKER.competences, **changes)


def counts(changes):
    """The figures that are not 0, such as {'new competences': 2}."""
    return {
        f"{change} {kind}": times
        for change, kinds in changes.as_json().items()
        for kind, times in kinds.items()
        if times
    }


def indicators(oven, competence=1):
    return oven.rows(
        "SELECT indicator.number, text FROM indicator"
        " JOIN competence ON competence.id = competence_id"
        f" WHERE competence.number = {competence} ORDER BY indicator.number"
    )


@pytest.mark.skipif(not DATA.is_dir(), reason="the real data of ../shared/data is not here")
@pytest.mark.parametrize(
    ("code", "competences", "indicators"), [("BK-0138-3", 23, 154), ("BK-0062-3", 11, 86)]
)
def test_the_real_qualifications_are_new_once(engine, code, competences, indicators):
    draft = read_framework(DATA / f"{code}.json")
    with engine.begin() as connection:
        own = school(connection)
        everything = {"competences": competences, "indicators": indicators}
        nothing = {"competences": 0, "indicators": 0}
        assert own.learn(draft).as_json() == {
            "new": everything,
            "changed": nothing,
            "unchanged": nothing,
        }
        before = own.everything()
        assert own.learn(draft).as_json() == {
            "new": nothing,
            "changed": nothing,
            "unchanged": everything,
        }
        assert own.everything() == before
        assert len(before["indicator"]) == indicators


def test_changed_texts_are_updated_and_counted(oven):
    oven.learn(BAKER)
    reworded = replace(BAKES, title="Bakes bread", indicators=("Kneads", "Weighs all", "Shapes"))
    assert counts(oven.learn(baker(reworded, SELLS))) == {
        "changed competences": 1,
        "changed indicators": 1,
        "unchanged competences": 1,
        "unchanged indicators": 4,
    }
    assert indicators(oven) == [(1, "Kneads"), (2, "Weighs all"), (3, "Shapes")]
    assert oven.rows("SELECT title FROM competence ORDER BY number") == [
        ("Bakes bread",),
        ("Sells",),
    ]


def test_a_framework_is_found_by_its_code_in_any_case(oven):
    oven.learn(BAKER)
    changes = oven.learn(baker(code="bk-0999-2", title="Master baker"))
    assert counts(changes)["changed frameworks"] == 1
    assert oven.rows("SELECT code, title FROM framework") == [("BK-0999-2", "Master baker")]
    assert "changed frameworks" not in counts(oven.learn(baker(title="Master baker")))


def test_what_is_gone_from_the_file_stays_and_is_counted(oven):
    oven.learn(BAKER)
    shorter = baker(replace(BAKES, indicators=("Kneads", "Shapes")))
    assert counts(oven.learn(shorter)) == {
        "unchanged competences": 1,
        "unchanged indicators": 2,
        "kept competences": 1,
        "kept indicators": 3,
    }
    assert indicators(oven) == [(1, "Kneads"), (2, "Weighs"), (3, "Shapes")]
    assert indicators(oven, 2) == [(1, "Smiles"), (2, "Counts")]


def test_an_indicator_put_in_between_moves_no_score_to_another_text(oven):
    oven.learn(BAKER)
    longer = baker(replace(BAKES, indicators=("Kneads", "Rests", "Weighs", "Shapes")), SELLS)
    assert counts(oven.learn(longer)) == {
        "new indicators": 1,
        "unchanged competences": 2,
        "unchanged indicators": 5,
    }
    assert indicators(oven) == [(1, "Kneads"), (2, "Weighs"), (3, "Shapes"), (4, "Rests")]
    assert counts(oven.learn(longer)) == {"unchanged competences": 2, "unchanged indicators": 6}


def test_a_new_version_never_touches_the_old_one(oven):
    oven.learn(BAKER)
    oven.enrol(JONAS)
    before = oven.everything()
    bakes = replace(BAKES, title="Bakes anew", indicators=("Kneads by hand",))
    newer = baker(bakes, code="BK-0999-3", version="3")
    assert counts(oven.learn(newer)) == {"new competences": 1, "new indicators": 1}
    after = oven.everything()
    for table, rows in before.items():
        assert rows == after[table][: len(rows)]
    assert after["programme"] == before["programme"]
    assert after["programme_competence"] == before["programme_competence"]


def test_another_school_has_its_own(oven):
    oven.learn(BAKER)
    other = school(oven.connection, "Other")
    assert counts(other.learn(baker(BAKES))) == {"new competences": 1, "new indicators": 3}
    assert counts(oven.learn(BAKER)) == {"unchanged competences": 2, "unchanged indicators": 5}


def revision(oven):
    return oven.rows("SELECT code, revision FROM programme ORDER BY code")


def test_only_a_change_revises_the_programmes_that_use_it(oven):
    oven.learn(BAKER)
    oven.learn(baker(code="BK-0001-1", version="1"))
    oven.enrol(JONAS, replace(JONAS, line=3, framework="BK-0001-1"))
    oven.learn(BAKER)
    assert revision(oven) == [("BK-0001-1", 1), ("BK-0999-2", 1)]
    oven.learn(baker(BAKES))
    assert revision(oven) == [("BK-0001-1", 1), ("BK-0999-2", 1)]
    oven.learn(baker(replace(BAKES, title="Bakes bread")))
    assert revision(oven) == [("BK-0001-1", 1), ("BK-0999-2", 2)]
    oven.learn(baker(source="another"))
    assert revision(oven) == [("BK-0001-1", 1), ("BK-0999-2", 3)]


def test_a_new_competence_joins_the_programmes_that_use_the_framework(oven):
    oven.learn(BAKER)
    oven.learn(baker(code="BK-0001-1", version="1"))
    oven.enrol(JONAS)
    cleans = CompetenceDraft(7, "Cleans", ("Sweeps",))
    assert counts(oven.learn(baker(BAKES, SELLS, cleans)))["new competences"] == 1
    programme = read_programme(oven.connection, 1, {})
    assert [(competence.number, competence.title) for competence in programme.competences] == [
        (1, "Bakes"),
        (2, "Sells"),
        (7, "Cleans"),
    ]
    assert revision(oven) == [("BK-0999-2", 2)]


def test_a_new_competence_whose_number_is_taken_comes_after_all_others(oven):
    oven.learn(BAKER)
    oven.enrol(JONAS)
    oven.connection.exec_driver_sql("UPDATE programme_competence SET number = 7 WHERE number = 2")
    oven.learn(baker(BAKES, SELLS, CompetenceDraft(7, "Cleans", ("Sweeps",))))
    programme = read_programme(oven.connection, 1, {})
    assert [(competence.number, competence.title) for competence in programme.competences] == [
        (1, "Bakes"),
        (7, "Sells"),
        (8, "Cleans"),
    ]


@pytest.mark.parametrize(
    ("known", "texts", "expected"),
    [
        ({}, ["a", "b"], {1: "a", 2: "b"}),
        ({1: "a", 2: "b"}, ["a", "c"], {1: "a", 2: "c"}),
        ({1: "a", 2: "b"}, ["b", "a"], {1: "a", 2: "b"}),
        ({1: "a", 2: "b", 3: "c"}, ["a", "c"], {1: "a", 3: "c"}),
        ({1: "a", 2: "b"}, ["x", "a", "b"], {1: "a", 2: "b", 3: "x"}),
        ({1: "a", 2: "b"}, ["b", "b"], {1: "b", 2: "b"}),
        ({1: "a", 2: "b", 5: "e"}, ["a", "b", "c"], {1: "a", 2: "b", 3: "c"}),
    ],
)
def test_texts_find_their_numbers(known, texts, expected):
    assert placed(known, texts) == expected


TEXTS = st.lists(st.sampled_from("abcdef"), max_size=7)


@given(known=TEXTS, texts=TEXTS)
def test_no_score_comes_to_hang_on_another_text_that_is_still_there(known, texts):
    stored = dict(enumerate(known, 1))
    result = placed(stored, texts)
    assert sorted(result.values()) == sorted(texts)
    after = stored | result
    for text in set(known):
        # As many of a text's numbers keep it as the file still has of it, or as there were.
        kept = sum(stored[n] == text == after[n] for n in stored)
        assert kept >= min(known.count(text), texts.count(text))
    assert placed(after, texts) == result


BREAD = baker(
    CompetenceDraft(1, "Bread", ("Weighs the flour", "Kneads the dough", "Shapes the loaf")),
    CompetenceDraft(2, "Shop", ("Greets customers", "Counts the change")),
)


def test_the_nearest_wording_comes_first_and_old_and_new_are_told(oven):
    oven.learn(BREAD)
    turned = CompetenceDraft(1, "Bread", ("Kneads the dough.", "Weighs the flour.", "Shapes it"))
    changes = oven.learn(baker(turned, BREAD.competences[1]), reword=True)
    assert indicators(oven) == [
        (1, "Weighs the flour."),
        (2, "Kneads the dough."),
        (3, "Shapes it"),
    ]
    assert changes.rewordings_as_json() == [
        {"number": "1.1", "old": "Weighs the flour", "new": "Weighs the flour."},
        {"number": "1.2", "old": "Kneads the dough", "new": "Kneads the dough."},
        {"number": "1.3", "old": "Shapes the loaf", "new": "Shapes it"},
    ]


def test_quite_another_text_under_a_known_number_is_refused_with_old_and_new(oven):
    oven.learn(BREAD)
    before = oven.everything()
    other = CompetenceDraft(1, "Bread", ("Weighs the flour", "Wears clean clothes", "Shapes it"))
    with pytest.raises(Refused) as caught:
        oven.learn(baker(other, BREAD.competences[1]))
    assert "1.2 “Kneads the dough” → “Wears clean clothes”" in english(caught.value.text)
    assert oven.everything()["indicator"] == before["indicator"]


@pytest.mark.parametrize("shift", [1, 2])
def test_a_competence_under_another_number_is_refused(oven, shift):
    oven.learn(BREAD)
    first = CompetenceDraft(1, "Safety", ("Wears clean clothes",))
    moved = [replace(known, number=known.number + shift) for known in BREAD.competences]
    with pytest.raises(Refused) as caught:
        oven.learn(baker(first, *moved))
    assert "was number" in english(caught.value.text)


REWORDED = st.sampled_from([".", ";", " ", "s", "!"])


@given(st.permutations(range(6)), st.lists(REWORDED, min_size=6, max_size=6))
def test_a_score_stays_with_its_wording_in_any_order(order, tails):
    texts = ["Weighs the flour", "Kneads the dough", "Shapes loaves", "Greets customers",
             "Counts the change", "Sweeps the floor"]  # fmt: skip
    known = dict(enumerate(texts, 1))
    now = placed(known, [texts[place] + tails[place] for place in order])
    assert {number: text[: len(known[number])] for number, text in now.items()} == known
