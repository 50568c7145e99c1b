"""CSV of any usual encoding and delimiter, read with its line numbers, or refused clearly."""

import codecs
import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.importing.drafts import tidy
from bot.exchange.csv_files import (
    CsvLine,
    columns_left_out,
    parse_table,
    plain,
    read_table,
    sniffed,
)
from bot.refusal import Refused
from tests.exchange.english import english

ALIASES = {"id": "id", "name": "name", "naam": "name"}
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01"
ZIP = b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00 xl/workbook.xml"

ENCODINGS = {
    "utf-8": lambda text: text.encode(),
    "utf-8 with mark": lambda text: codecs.BOM_UTF8 + text.encode(),
    "utf-16 little": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "utf-16 big": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "cp1252": lambda text: text.encode("cp1252"),
}


def write(folder, data, name="people.csv"):
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def table(text):
    return list(parse_table(text, "people.csv", ALIASES, ("id", "name")))


def refusal(call, *arguments):
    with pytest.raises(Refused) as caught:
        call(*arguments)
    return english(caught.value.text)


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_each_encoding_and_delimiter_is_found_out(tmp_path, encoding, delimiter):
    text = f"id{delimiter}naam\r\ns1{delimiter}Zoë Français – “é€”\r\n"
    path = write(tmp_path, ENCODINGS[encoding](text))
    assert read_table(path, ALIASES, ("id", "name")) == [
        CsvLine(2, {"id": "s1", "name": "Zoë Français – “é€”"})
    ]


WORDS = st.text(
    st.characters(codec="cp1252", exclude_categories=["Cc", "Cf", "Zs"])
    | st.sampled_from(" \n;,\t"),
    max_size=12,
)


@given(
    rows=st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=6),
    delimiter=st.sampled_from([";", ",", "\t"]),
    ending=st.sampled_from(["\n", "\r\n", "\r"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_what_a_spreadsheet_writes_is_read_back(
    tmp_path_factory, rows, delimiter, ending, encoding
):
    file = io.StringIO()
    # The writer leaves a \n unquoted where lines end in \r alone.
    quoting = csv.QUOTE_ALL if ending == "\r" else csv.QUOTE_MINIMAL
    style: dict[str, Any] = {"delimiter": delimiter, "lineterminator": ending, "quoting": quoting}
    writer = csv.writer(file, **style)
    writer.writerows([("id", "name"), ("first", "one"), *rows])
    path = write(tmp_path_factory.getbasetemp(), file.getvalue().encode(encoding))
    expected = [("first", "one")]
    expected += [(tidy(first), tidy(two)) for first, two in rows if tidy(first) or tidy(two)]
    lines = read_table(path, ALIASES, ("id", "name"))
    assert [(line["id"], line["name"]) for line in lines] == expected


def test_a_line_is_named_by_where_it_begins():
    text = '\nid;name\n\n s1 ;" Jonas\nVerlinde "\n;;\n\n"s2";Noor\n'
    assert table(text) == [
        CsvLine(4, {"id": "s1", "name": "Jonas Verlinde"}),
        CsvLine(8, {"id": "s2", "name": "Noor"}),
    ]


def test_a_big_file_with_blank_lines_keeps_its_numbers():
    text = "id,name\n" + "\n".join(f"s{n},Name {n}\n" for n in range(20_000))
    lines = table(text)
    assert len(lines) == 20_000
    assert all(line.number == 2 + 2 * n for n, line in enumerate(lines))


def test_short_and_long_lines():
    lines = table("id;name;\ns1\ns2;Noor;;\ns3;Ann;;oops\n")
    assert [line["name"] for line in lines] == ["", "Noor", "Ann"]
    assert [line.surplus for line in lines] == [False, False, True]


def test_columns_are_found_in_any_order_and_others_left_out():
    (line,) = table("Shoe size,NAAM,Id\n42,Noor,s2\n")
    assert line.cells == {"id": "s2", "name": "Noor"}
    assert line["shoe_size"] == ""


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("id;name;\ns1;Noor;\n", []),
        ("id;name;\ns1;Noor;m2\n", ["(C)"]),
        ("id;;name; ;Shoe size\ns1;;Noor\ns2;;Ann;x\n", ["(D)", "Shoe size"]),
        ("id;name" + ";" * 25 + "\ns1;Noor" + ";" * 25 + "m2\n", ["(AA)"]),
    ],
)
def test_no_column_is_left_out_unsaid(tmp_path, text, left_out):
    path = tmp_path / "roster.csv"
    path.write_text(text, encoding="utf-8")
    assert columns_left_out(path, ALIASES) == left_out


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_excel_may_name_the_delimiter_on_a_line_of_its_own(end):
    (line,) = table(f"sep=,{end}id,name{end}s1,a;b;c{end}")
    assert line == CsvLine(3, {"id": "s1", "name": "a;b;c"})


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ('\n\n"a;b;c;d",name,id\n', ","),
        ("id\tname, in full\tlast\n", "\t"),
        ("id;name\n1,2,3,4,5\n", ";"),
        ('"id"\t"name"\n', "\t"),
        ("id\n", ";"),
    ],
)
def test_the_first_line_outside_quotes_shows_the_delimiter(text, delimiter):
    assert sniffed(text) == delimiter


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("Student-ID", "student_id"),
        (" Élève  n° ", "eleve_n"),
        ("E-mail", "e_mail"),
        ("uren / week", "uren_week"),
        ("", ""),
    ],
)
def test_headers_are_compared_as_words(header, words):
    assert plain(header) == words


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "id;nom\n1;2\n",
            "people.csv: its first line lacks these columns: name; I do not know these: nom.",
        ),
        (
            "1;2\n",
            "people.csv: its first line lacks these columns: id, name; I do not know these: 1, 2.",
        ),
        ("id\n1\n", "people.csv: its first line lacks these columns: name."),
        ("id;name;Naam\n1;2;3\n", "people.csv: it has two columns for name: name, Naam."),
        ("id;name\n;\n\n", "people.csv: there is nothing below its first line."),
        (";;\n\n", "people.csv: its first line lacks these columns: id, name."),
        (
            'id;name\ns1;Noor\n\ns2;"Jonas\ns3;Ann\n',
            "people.csv: the quotation marks do not match from line 4 on.",
        ),
        (
            'id;name\ns1;"Den Hamer" bv\n',
            "people.csv: the quotation marks do not match from line 2 on.",
        ),
    ],
)
def test_a_wrong_table_is_refused_with_one_sentence(text, sentence):
    assert refusal(table, text) == sentence


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "people.csv is empty."),
        (b" \r\n\t\n", "people.csv is empty."),
        (codecs.BOM_UTF8, "people.csv is empty."),
        (PNG, "people.csv is not a text file: save it as CSV or JSON first."),
        (ZIP, "people.csv is not a text file: save it as CSV or JSON first."),
        (
            "id;name".encode("utf-16-le"),
            "people.csv is not a text file: save it as CSV or JSON first.",
        ),
        (
            codecs.BOM_UTF16_LE + b"i\x00d",
            "people.csv is not a text file: save it as CSV or JSON first.",
        ),
        (b"id;name\n\x81;x\n", "people.csv is not a text file: save it as CSV or JSON first."),
    ],
)
def test_what_is_not_text_is_refused_with_one_sentence(tmp_path, data, sentence):
    assert refusal(read_table, write(tmp_path, data), ALIASES, ()) == sentence


def test_a_spreadsheet_is_told_how_to_become_a_table(tmp_path):
    path = tmp_path / "Klas.XLSX"
    path.write_bytes(ZIP)
    assert refusal(read_table, path, ALIASES, ()) == (
        "Klas.XLSX is a spreadsheet: save it as CSV first (in Excel: CSV UTF-8)."
    )


def test_a_folder_and_an_absent_file_are_refused(tmp_path):
    assert refusal(read_table, tmp_path, ALIASES, ()) == (
        f"{tmp_path} is a folder: name a file in it."
    )
    absent = tmp_path / "absent.csv"
    assert refusal(read_table, absent, ALIASES, ()) == f"There is no file {absent}."
    nul = tmp_path / "a\x00b"
    assert refusal(read_table, nul, ALIASES, ()) == f"{nul} cannot be read."
    below = write(tmp_path, b"x") / "below"
    assert refusal(read_table, below, ALIASES, ()) == f"{below} cannot be read."


@pytest.mark.parametrize("mark", ["\ufeff", "\ufeff\ufeff", "\ufeff ", ""])
@pytest.mark.parametrize("named", ["sep=;\r\n", '"sep=;"\r\n', "SEP=;\n"])
def test_the_line_that_names_the_separator_is_read_behind_any_mark(tmp_path, mark, named):
    text = f"{mark}{named}id;name\r\ns1;Noor, A\r\n"
    (line,) = read_table(write(tmp_path, text.encode()), ALIASES, ("id", "name"))
    assert (line.number, line["name"]) == (3, "Noor, A")
