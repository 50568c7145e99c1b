"""How a table declares its columns."""

from bot.domain.rights.declared import EVERY_TIE, Fate, Kind, declare, goes, nameless


def test_each_column_is_named_once_with_what_it_holds():
    table = declare(
        "letter",
        "letters",
        goes("reader_id"),
        nameless("writer_id", "it is the reader's"),
        keys="id reader_id writer_id",
        words="text name!",
        secrets={"digest": "it opens something"},
        only={"text": ["reader_id"]},
    )
    assert [tie.fate for tie in table.ties] == [Fate.GOES, Fate.NAMELESS]
    assert {name: column.kind for name, column in table.columns.items()} == {
        "id": Kind.KEY, "reader_id": Kind.KEY, "writer_id": Kind.KEY, "text": Kind.WORDS,
        "name": Kind.WORDS, "digest": Kind.SECRET,
    }  # fmt: skip
    assert [name for name, column in table.columns.items() if column.blanked] == ["name"]
    assert table.columns["text"].to == {"reader_id"}
    assert table.columns["name"].to == {EVERY_TIE}
    assert table.columns["digest"].to == frozenset()
    assert table.columns["digest"].why == "it opens something"
    assert not declare("tick", "the clock").is_about_people
