"""What an administrator chooses for the school: names in chats, and how long things are kept."""

import pytest

from bot.domain.rights.retention import Keeping
from bot.domain.school.frameworks import PriorRule
from bot.domain.school.naming import Naming
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.recognising.set_prior_rule import list_prior_rules
from tests.dialogues.administering.hired import acts, hire
from tests.dialogues.school import School
from tests.dialogues.ways import DISCREET, ONE_WAY_EACH, marked

ADDRESS = "https://kompaan.school.example/k"
UNDO = "↩ Undo"


@pytest.fixture
def run(school: School) -> School:
    school.page_address = ADDRESS
    hire(school)
    return school


@pytest.fixture
def own(own_school: School) -> School:
    own_school.page_address = ADDRESS
    hire(own_school)
    return own_school


def naming(school: School) -> Naming:
    with school.engine.begin() as connection:
        (known,) = StoredUnitOfWork(connection).catalogue.list_organisations()
        return known.naming


def keeping(school: School) -> Keeping:
    with school.engine.begin() as connection:
        return StoredUnitOfWork(connection).retentions.read_keeping(1)


@pytest.mark.parametrize(
    "school",
    marked(way for way in ONE_WAY_EACH if way not in DISCREET),  # what is chosen is how discreet
    indirect=True,
)
def test_names_are_chosen_with_what_each_choice_means_and_undone(run: School):
    before = naming(run)
    run.say("a1", "/admin")
    said = run.tapped("a1", "names in chats")
    assert "• first names: two with the same first name get an initial" in said
    assert "• code words: no name leaves the school." in said
    assert "☐ code words" in run.buttons("a1")
    chosen = run.tapped("a1", "☐ first names")
    assert "From the next message on: first names" in chosen
    assert naming(run) is Naming.FIRST_NAMES
    assert acts(run)[-1] == "naming_set"
    assert "what people are called in chats" in run.tapped("a1", UNDO)
    assert naming(run) is before
    assert acts(run)[-2:] == ["naming_set", "naming_set"]


def test_without_a_page_no_code_words_are_set(own_school: School):
    hire(own_school)
    own_school.say("a1", "/admin")
    own_school.tap("a1", "names in chats")
    assert "Without a page of its own" in own_school.tapped("a1", "☐ code words")
    assert naming(own_school) is Naming.FULL
    assert acts(own_school)[-1] != "naming_set"


def test_what_holds_already_is_no_change(own: School):
    own.say("a1", "/admin")
    own.tap("a1", "names in chats")
    before = acts(own)
    assert "Now: full names." in own.tapped("a1", "☑ full names")
    assert acts(own) == before


def test_what_somebody_else_changed_since_is_not_put_back(own: School):
    hire(own, "c1", "Lien Martens")
    own.say("a1", "/admin")
    own.tap("a1", "names in chats")
    own.tap("a1", "☐ first names")
    own.say("c1", "/admin")
    own.tap("c1", "names in chats")
    own.tap("c1", "☐ code words")
    assert "cannot be taken back" in own.text("a1", "/undo")
    assert naming(own) is Naming.DISCREET


def test_how_long_things_are_kept_is_chosen_and_undone(run: School):
    run.say("a1", "/admin")
    said = run.tapped("a1", "how long kept")
    assert "What was said is kept for 24 months." in said
    assert "Photos and decisions keep their words for 60 months." in said
    assert "It is announced 30 days before" in said
    assert "☑ said: 24 months" in run.buttons("a1")
    chosen = run.tapped("a1", "☐ said: 36 months")
    assert "What was said is kept for 36 months." in chosen
    assert keeping(run) == Keeping(36, 60)
    assert acts(run)[-1] == "retention_set"
    run.tap("a1", "choose otherwise")
    run.tap("a1", "☐ photos: 120 months")
    assert keeping(run) == Keeping(36, 120)
    assert "how long things are kept" in run.tapped("a1", UNDO)
    assert keeping(run) == Keeping(36, 60)


def test_photos_are_kept_no_shorter_than_what_was_said(own: School):
    own.say("a1", "/admin")
    own.tap("a1", "how long kept")
    own.tap("a1", "☐ said: 60 months")
    own.tap("a1", "choose otherwise")
    assert not [label for label in own.buttons("a1") if "photos: 24 " in label]
    assert "no shorter" in own.tap_code("a1", "bz:1:60:24")[0].text
    assert "no shorter" in own.tap_code("a1", "bz:1:0:24")[0].text
    assert "not there any more" in own.tap_code("a1", "bz:9:12:24")[0].text
    assert keeping(own) == Keeping(60, 60)


def test_who_runs_the_school_no_longer_puts_nothing_back(own: School):
    hire(own, "c1", "Lien Martens")
    own.say("c1", "/admin")
    own.tap("c1", "how long kept")
    own.tap("c1", "☐ said: 12 months")
    own.say("a1", "/admin")
    own.tap("a1", "administrators")
    own.tap("a1", "end: Lien Martens")
    own.tap("a1", "yes")
    assert "cannot be taken back" in own.text("c1", "/undo")
    assert keeping(own) == Keeping(12, 60)


@pytest.mark.parametrize("code", ["bh", "bs:full", "bx", "by:1", "bz:1:12:24", "bo:1"])
@pytest.mark.parametrize("who", ["m1", "c1"])
def test_nobody_else_chooses_anything(own_school: School, who: str, code: str):
    hire(own_school)
    assert "That is for who runs Kompaan" in own_school.tap_code(who, code)[0].text
    assert keeping(own_school) == Keeping()


def test_what_counts_of_what_was_learned_before_is_chosen_and_undone(run: School):
    def rule() -> PriorRule:
        with run.engine.begin() as connection:
            (known,) = list_prior_rules(run.unit(connection), 1)
            return known.rule

    run.say("a1", "/admin")
    shown = run.tapped("a1", "prior learning")
    assert shown.startswith("Electrician · only shown\n")
    assert "• as come up: what has come up before is no gap of the student any more." in shown
    assert "☑ only shown" in run.buttons("a1")
    said = run.tapped("a1", "☐ as acquired")
    assert said.startswith("Electrician · as acquired\n")
    assert rule() is PriorRule.ACQUIRED
    assert acts(run)[-1] == "school_changed"
    assert "how what was learned before counts" in run.tapped("a1", UNDO)
    assert rule() is PriorRule.SHOWN
    for code in ("Br:9:covered", "Bq:9"):
        assert "not there any more" in run.tap_code("a1", code)[0].text
    run.tap_code("c1", "Br:1:covered")
    assert rule() is PriorRule.SHOWN
