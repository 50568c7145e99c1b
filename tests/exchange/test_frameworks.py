"""Frameworks from qualification JSON, known by what the file holds."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.domain.importing.drafts import CompetenceDraft, FrameworkDraft
from bot.exchange.framework_csv import read_framework
from bot.refusal import Refused
from tests.exchange.english import english

DATA = Path(__file__).parents[2] / "../shared/data/vks"

BAKER: dict[str, Any] = {
    "bk": "BK-0999-2",
    "nummer": "BK-0999",
    "versie": 2,
    "titel": "Baker",
    "naamsvermelding": "Source: our own oven",
    "competenties": [
        {
            "nr": 2,
            "tekst": "Bakes  bread",
            "kennis": [{"tekst": "Flour"}],
            "vaardigheden": [{"tekst": "Kneads"}, {"tekst": " Weighs\n"}],
        },
        {"nr": 1, "tekst": "Works cleanly", "vaardigheden": [{"tekst": "Washes hands"}]},
    ],
}


def write(folder, content, name="baker.json"):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def refusal(path, **given):
    with pytest.raises(Refused) as caught:
        read_framework(path, **given)
    return english(caught.value.text)


def without(*path):
    """BAKER without one key."""
    whole = json.loads(json.dumps(BAKER))
    inner = whole
    for step in path[:-1]:
        inner = inner[step]
    del inner[path[-1]]
    return whole


def having(value, *path):
    """BAKER with another value somewhere."""
    whole = json.loads(json.dumps(BAKER))
    inner = whole
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return whole


@pytest.mark.skipif(not DATA.is_dir(), reason="the real data of ../shared/data is not here")
@pytest.mark.parametrize(
    ("code", "title", "competences", "indicators"),
    [("BK-0138-3", "Elektrotechnicus", 23, 154), ("BK-0062-3", "Slager", 11, 86)],
)
def test_the_real_qualifications(code, title, competences, indicators):
    draft = read_framework(DATA / f"{code}.json")
    assert (draft.code, draft.version, draft.title) == (code, "3", title)
    assert draft.source.startswith("Bron: Vlaamse overheid")
    assert [competence.number for competence in draft.competences] == list(
        range(1, competences + 1)
    )
    assert sum(len(competence.indicators) for competence in draft.competences) == indicators


@pytest.mark.skipif(not DATA.is_dir(), reason="the real data of ../shared/data is not here")
def test_the_real_competence_ten_has_the_thirteen_indicators_of_the_source():
    draft = read_framework(DATA / "BK-0138-3.json")
    assert len(draft.competences[9].indicators) == 13


def test_json_is_read_by_its_shape(tmp_path):
    assert read_framework(write(tmp_path, json.dumps(BAKER))) == FrameworkDraft(
        code="BK-0999-2",
        version="2",
        title="Baker",
        source="Source: our own oven",
        competences=(
            CompetenceDraft(1, "Works cleanly", ("Washes hands",)),
            CompetenceDraft(2, "Bakes bread", ("Kneads", "Weighs")),
        ),
    )


def test_a_dos_end_of_file_mark_is_left_out(tmp_path):
    assert read_framework(write(tmp_path, json.dumps(BAKER) + "\n\x1a")).title == "Baker"


@pytest.mark.parametrize("name", ["baker.json", "baker.JSON", "baker.txt", "baker"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_json_is_known_by_what_it_holds(tmp_path, name, encoding):
    text = "\n " + json.dumps(having("Bäcker", "titel"), ensure_ascii=False)
    assert read_framework(write(tmp_path, text.encode(encoding), name)).title == "Bäcker"


def test_a_given_code_stands_for_the_files_own(tmp_path):
    path = write(tmp_path, json.dumps(without("bk")))
    assert read_framework(path, code="OVEN-1").code == "OVEN-1"


@pytest.mark.parametrize(("version", "read"), [(2, "2"), ("2", "2"), ("2.1", "2.1"), (0, "")])
def test_a_version_may_be_text(tmp_path, version, read):
    path = write(tmp_path, json.dumps(having(version, "versie")))
    assert read_framework(path).version == read


def test_version_and_attribution_may_be_absent(tmp_path):
    path = write(tmp_path, json.dumps(without("versie")))
    assert read_framework(path).version == ""
    path = write(tmp_path, json.dumps(without("naamsvermelding")))
    assert read_framework(path).source == ""


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("just words", "it is not JSON: line 1 cannot be read"),
        ('{\n"bk": "B",\n"titel": }', "it is not JSON: line 3 cannot be read"),
        ("[" * 100_000, "it is not JSON that can be read"),
        ('{"nr": ' + "9" * 5_000 + "}", "it is not JSON that can be read"),
        ("[1, 2]", "it is JSON, but not of a qualification"),
        ('"BK"', "it is JSON, but not of a qualification"),
        ("{}", "bk is missing"),
        (without("bk"), "bk is missing"),
        (without("titel"), "titel is missing"),
        (without("competenties"), "there is no competence in it"),
        (having([], "competenties"), "there is no competence in it"),
        (having({}, "competenties"), "competenties is not a list"),
        (having(["x"], "competenties"), "competenties[1] is not a table"),
        (without("competenties", 1, "nr"), "competenties[2].nr is missing"),
        (having("1", "competenties", 0, "nr"), "competenties[1].nr is not a whole number"),
        (having(True, "competenties", 0, "nr"), "competenties[1].nr is not a whole number"),
        (having(1.5, "competenties", 0, "nr"), "competenties[1].nr is not a whole number"),
        (having(1, "competenties", 0, "nr"), "there are two competences with number 1"),
        (having(7, "titel"), "titel is not a text"),
        (without("competenties", 0, "vaardigheden"), "competence 2 has no indicators"),
        (having([], "competenties", 0, "vaardigheden"), "competence 2 has no indicators"),
        (
            having([{"tekst": "A"}, {}], "competenties", 0, "vaardigheden"),
            "competenties[1].vaardigheden[2].tekst is missing",
        ),
        (
            having([{"tekst": " "}], "competenties", 0, "vaardigheden"),
            "indicator 1 of competence 2 has no text",
        ),
        (having("\u0000", "titel"), "the framework has no title"),
    ],
)
def test_wrong_json_is_refused_with_one_sentence(tmp_path, content, problem):
    text = content if isinstance(content, str) else json.dumps(content)
    assert refusal(write(tmp_path, text)) == f"baker.json: {problem}."
