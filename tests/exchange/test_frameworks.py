"""Frameworks from qualification JSON and from plain CSV, chosen by what the file holds."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.domain.drafts import CompetenceDraft, FrameworkDraft
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
    assert [one.number for one in draft.competences] == list(range(1, competences + 1))
    assert sum(len(one.indicators) for one in draft.competences) == indicators


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


ENGLISH = "Number;Title;Indicator\n"
DUTCH = "Competentie nr,Titel,Gedragsindicator\n"


def competences(text, folder):
    return read_framework(write(folder, text, "oven.csv")).competences


def test_csv_gives_competences_in_the_order_of_their_numbers(tmp_path):
    text = ENGLISH + "2;Bakes bread;Kneads\n1;Works cleanly;Washes hands\n2;Bakes bread;Weighs\n"
    assert competences(text, tmp_path) == (
        CompetenceDraft(1, "Works cleanly", ("Washes hands",)),
        CompetenceDraft(2, "Bakes bread", ("Kneads", "Weighs")),
    )


def test_csv_may_be_dutch_and_in_the_encoding_of_an_older_spreadsheet(tmp_path):
    text = DUTCH + '1,"Werkt netjes, altijd",Wast zijn handen één keer\n'
    draft = read_framework(write(tmp_path, text.encode("cp1252"), "bakker.csv"))
    assert draft.competences == (
        CompetenceDraft(1, "Werkt netjes, altijd", ("Wast zijn handen één keer",)),
    )


@pytest.mark.parametrize("header", ["competence_number", "Nr", "Competentie"])
def test_headers_have_several_names(tmp_path, header):
    text = f"{header},titel,indicatoren\n1,Bakes,Kneads\n"
    assert competences(text, tmp_path)[0].indicators == ("Kneads",)


def test_merged_cells_hold_for_the_lines_below(tmp_path):
    text = ENGLISH + "1;Bakes;\n;;Kneads\n;;Weighs\n2;Sells;Smiles\n;;Counts\n"
    assert competences(text, tmp_path) == (
        CompetenceDraft(1, "Bakes", ("Kneads", "Weighs")),
        CompetenceDraft(2, "Sells", ("Smiles", "Counts")),
    )


def test_a_title_may_come_later_than_its_number(tmp_path):
    text = ENGLISH + "1;;Kneads\n1;Bakes;Weighs\n"
    assert competences(text, tmp_path) == (CompetenceDraft(1, "Bakes", ("Kneads", "Weighs")),)


@pytest.mark.parametrize(
    ("name", "given", "expected"),
    [
        ("bk-0999-2.csv", {}, ("BK-0999-2", "2", "BK-0999-2")),
        ("our oven.csv", {}, ("OUR OVEN", "", "OUR OVEN")),
        ("oven-2.csv", {}, ("OVEN-2", "", "OVEN-2")),
        ("x.csv", {"code": "BK-0999-4", "title": "Baker"}, ("BK-0999-4", "4", "Baker")),
    ],
)
def test_a_csv_is_named_after_its_file_unless_told(tmp_path, name, given, expected):
    path = write(tmp_path, ENGLISH + "1;Bakes;Kneads\n", name)
    draft = read_framework(path, **given)
    assert (draft.code, draft.version, draft.title) == expected
    assert draft.source == ""


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (
            "one;Bakes;Kneads",
            "line 2: one cannot be the number of a competence: use a whole number",
        ),
        (
            "\n1;Bakes;Kneads\n-2;Sells;Smiles",
            "line 4: -2 cannot be the number of a competence: use a whole number",
        ),
        (
            "0;Bakes;Kneads",
            "0 cannot be the number of a competence: use a whole number from 1 to 9999",
        ),
        ("\n;Bakes;Kneads", "line 3 has no number of a competence"),
        ("1;Bakes;Kneads\n1;Sells;Smiles", "line 3 gives competence 1 another title"),
        ("1;Bakes;Kneads;often", "line 2 has more cells than the first line"),
        ("1;Bakes;", "competence 1 has no indicators"),
        ("1;;Kneads", "competence 1 has no title"),
    ],
)
def test_a_wrong_csv_is_refused_with_one_sentence(tmp_path, lines, problem):
    path = write(tmp_path, ENGLISH + lines + "\n", "oven.csv")
    assert refusal(path) == f"oven.csv: {problem}."


def test_a_csv_of_something_else_names_what_is_missing(tmp_path):
    path = write(tmp_path, "Parent ID number,ID number,Short name\n,1,x\n", "moodle.csv")
    assert refusal(path) == (
        "moodle.csv: its first line lacks these columns: number, title, indicator."
    )


def test_what_cannot_be_read_is_refused(tmp_path):
    assert refusal(tmp_path / "none.json") == f"There is no file {tmp_path / 'none.json'}."
    assert refusal(write(tmp_path, b"", "empty.json")) == "empty.json is empty."
    assert refusal(write(tmp_path, b"{\x00}", "bin.json")) == (
        "bin.json is not a text file: save it as CSV or JSON first."
    )
