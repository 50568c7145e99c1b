"""A document as PDF, opened by another library: structure, words, fonts, pages."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.scoring.colours import Colour
from bot.exchange.documents.pdf import count_pages
from bot.messages import Document, DocumentCell, Section
from bot.messages.documents import Block
from tests.exchange.documents.opened import Opened, written
from tests.exchange.documents.samples import AT, COMPETENCES, FOOT, council_page, one_table

OURS = {
    "Inter-Regular", "Inter-SemiBold", "DroidSansFallback", "NotoEmoji-Regular",
    "NotoSansHebrew-Light",
}  # fmt: skip
REAL = Path(__file__).parents[3] / "../shared/data/vks/BK-0138-3.json"
EDGE = 16 / 25.4 * 72
"""Points that the margins left and right take."""


@pytest.fixture(scope="module")
def page():
    return Opened(council_page())


def of_text(*blocks: Block) -> Document:
    return Document("Words", "", (Section("Section", blocks),), "Foot", AT)


def test_it_is_a_tagged_pdf_that_says_so_in_its_readers_language(page):
    assert page.root["/MarkInfo"]["/Marked"]
    assert page.root["/Lang"] == "en"
    assert page.root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert page.about.title == "Class council: Jonas Peeters"
    assert page.about.creation_date == AT
    assert b"<pdfuaid:part>1</pdfuaid:part>" in page.root["/Metadata"].get_data()
    dutch = Opened(of_text("woorden"), "nl")
    assert dutch.root["/Lang"] == "nl"
    assert "pagina 1 van 1" in dutch.text


def test_its_structure_is_headings_tables_with_heads_and_lists(page):
    roles = page.roles
    assert roles[:2] == ["/Document", "/H1"]
    assert [roles.count(role) for role in ("/H1", "/H2", "/Table", "/Caption", "/THead")] == [
        1, 3, 1, 1, 1,
    ]  # fmt: skip
    assert roles.count("/TR") == COMPETENCES + 1
    assert (roles.count("/L"), roles.count("/LI"), roles.count("/LBody")) == (1, 2, 2)
    scopes = [element.attribute("/Scope") for element in page.structure if element.role == "/TH"]
    assert scopes == ["/Column"] * 4 + ["/Row"] * COMPETENCES
    told = [element.said["/Alt"] for element in page.structure if element.role == "/Figure"]
    assert len(told) == roles.count("/TD") == 3 * COMPETENCES
    assert told[:2] == [
        "acquired, with support, covered 3 of 12, before: no photo, acquired, autonomously",
        "acquired, autonomously, covered 4 of 12, 1 deeper, "
        "before: not yet fully acquired, nothing scored yet",
    ]


def test_only_rows_that_have_heads_get_some():
    rows = ((DocumentCell("a"), DocumentCell("b")), (DocumentCell("c"), DocumentCell("d")))
    without, with_them = one_table(*rows, row_heads=False), one_table(*rows)
    sections = (*without.sections, *with_them.sections)
    opened = Opened(replace(with_them, sections=sections))
    assert [role for role in opened.roles if role in ("/TH", "/TD")] == (
        ["/TH"] * 2 + ["/TD"] * 4 + ["/TH"] * 2 + ["/TH", "/TD"] * 2
    )


def test_its_words_are_text_in_the_order_in_which_they_are_read(page):
    words = " ".join(page.text.split())
    places = [
        words.index(said)
        for said in ("Class council:", "photo of Period 3", "Colours", "In three views", "1 Puts",
                     "9 Puts", "35 Puts", "Chosen", "• Wiring", "• Safety", "Goals")
    ]  # fmt: skip
    assert places == sorted(places)
    assert "– › D › L\n3/12\n" in page.texts[0]


def test_the_longest_that_there_is_takes_two_pages_each_with_heads_and_a_foot(page):
    assert len(page.texts) == count_pages(page.data) == 2
    for number, text in enumerate(page.texts, start=1):
        assert FOOT in text
        assert f"page {number} of 2" in text
        assert "Competence student mentor teacher" in text
    assert page.texts[1].startswith("Competence")


@pytest.mark.skipif(not REAL.is_file(), reason="the real data of ../shared/data is not here")
def test_the_longest_real_framework_needs_no_smaller_letters():
    read = json.loads(REAL.read_text(encoding="utf-8"))["competenties"]
    document = council_page(len(read), [competence["tekst"] for competence in read])
    assert count_pages(written(replace(document, most=0), "nl")) == 2


def test_letters_are_smaller_only_where_that_saves_a_page(page):
    assert count_pages(written(replace(council_page(), most=0))) == 3
    for count in (8, 90):
        fixed = council_page(count)
        assert written(fixed) == written(replace(fixed, most=0))


def test_nothing_stands_in_the_margins(page):
    width = float(page.pages[0].get_width())
    sides = [side for number in range(2) for side in page.sides(number)]
    assert min(left for left, _right in sides) >= EDGE - 1
    assert max(right for _left, right in sides) <= width - EDGE + 1


def test_its_fonts_stand_in_it_and_are_ours():
    names = ("Jonas", "محمد العربي", "שלום", "李伟", "👩‍🔧", "Ελένη", "Łukasz", "Nguyễn")
    opened = Opened(of_text(names))
    assert set(opened.fonts) <= OURS
    assert len(opened.fonts) == len(OURS)
    assert all(opened.fonts.values())
    assert all(name in opened.text for name in ("محمد", "李伟", "Ελένη", "Łukasz", "Nguyễn"))


def test_a_sign_that_no_font_of_ours_has_is_written_in_latin_letters():
    assert "Ka" in Opened(of_text("क")).text


def test_marks_that_no_font_of_ours_can_set_go_and_all_else_stays():
    assert "shoe 0 and" in Opened(of_text("shoe 0\u032d\u0599 and \u05b4\U0001f97f\u1dd8")).text


def test_a_table_that_is_too_wide_is_several_with_the_same_first_column():
    cells = [DocumentCell(colour=tuple(Colour)[number % 5]) for number in range(45)]
    opened = Opened(one_table((DocumentCell("1 Wires"), *cells), widths=(9, *[1] * 45)))
    assert opened.roles.count("/Table") == opened.text.count("1 Wires") == 2
    heads = [line for line in opened.text.splitlines() if line.startswith("Head")]
    assert sorted(heads) == sorted(["Head 1", *(f"Head {number}" for number in range(1, 47))])
    assert opened.roles.count("/Figure") == 45
    scopes = [element.attribute("/Scope") for element in opened.structure if element.role == "/TH"]
    assert scopes == [*["/Column"] * 23, "/Row", *["/Column"] * 24, "/Row"]


def test_the_foot_explains_what_is_drawn_and_nothing_else(page):
    for said in ("nothing scored yet", "acquired, autonomously", "has come up", "▲ deeper"):
        assert said in " ".join(page.texts[0].split())
    assert "nothing scored yet" not in Opened(of_text("words")).text


ACTIVE = [
    "#import \"x\"", "#panic(1)", "$x$", "*b*", "_i_", "= Heading", "- item", "+ item", "<label>",
    "@name", "`raw`", "\\n", "[a](b)", "//no", "/* no */", "~", "---", "'a' \"b\"", "#", "{x}",
    "https://x.invalid", "\x00\x07", "{page}",
]  # fmt: skip


def test_nothing_that_somebody_wrote_is_read_as_markup():
    document = of_text(tuple(ACTIVE), *ACTIVE)
    everywhere = replace(document, title="#panic(1) $x$", under="*u*", foot="#f {page}")
    opened = Opened(everywhere)
    plain = [said for said in ACTIVE if said.isprintable()]
    told = " ".join(opened.text.split())
    assert " • ".join(plain) in told
    assert " ".join(plain) in told
    assert opened.about.title == "#panic(1) $x$"
    assert "/Link" not in opened.roles
    assert "#f {page}" in opened.text


def test_the_same_description_makes_the_same_bytes():
    document = council_page(3)
    assert written(document) == written(document)
    assert written(document) != written(replace(document, made_at=AT + timedelta(seconds=1)))


@pytest.mark.parametrize(
    "document",
    [Document("", "", (), "", AT), of_text("", ()), replace(of_text("\n\n"), title="\n")],
    ids=["nothing", "empty blocks", "blank"],
)
def test_little_is_a_document_too(document):
    assert Opened(document).about.title
