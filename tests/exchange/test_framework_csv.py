"""Frameworks from a plain CSV: competence number, title, indicator."""

import pytest

from bot.domain.importing.drafts import CompetenceDraft
from bot.exchange.framework_csv import read_framework
from bot.refusal import Refused
from tests.exchange.english import english


def write(folder, content, name="oven.csv"):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def refusal(path, **given):
    with pytest.raises(Refused) as caught:
        read_framework(path, **given)
    return english(caught.value.text)


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
        ("bk-0999-2.csv.csv", {}, ("BK-0999-2", "2", "BK-0999-2")),
        ("BK-0999-2.xlsx.CSV", {}, ("BK-0999-2", "2", "BK-0999-2")),
        ("bk-0999-2.csv (1).csv", {}, ("BK-0999-2", "2", "BK-0999-2")),
        ("BK-0999-2-.csv", {}, ("BK-0999-2", "2", "BK-0999-2")),
        ("BK-0999-2_1.csv", {}, ("BK-0999-2", "2", "BK-0999-2")),
        ("BK-0999-2 2.csv", {}, ("BK-0999-2", "2", "BK-0999-2")),
        ("oven_2.csv", {}, ("OVEN_2", "", "OVEN_2")),
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
        "moodle.csv: its first line lacks these columns: number, title, indicator; "
        "I do not know these: Parent ID number, ID number, Short name."
    )


def test_what_cannot_be_read_is_refused(tmp_path):
    assert refusal(tmp_path / "none.json") == f"There is no file {tmp_path / 'none.json'}."
    assert refusal(write(tmp_path, b"", "empty.json")) == "empty.json is empty."
    assert refusal(write(tmp_path, b"{\x00}", "bin.json")) == (
        "bin.json is not a text file: save it as CSV or JSON first."
    )
