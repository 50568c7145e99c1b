"""How a table declares its columns."""

from bot.domain.rights.declared import (
    EVERY_TIE,
    Fate,
    Kind,
    Particulars,
    declare,
    goes,
    nameless,
)


def test_each_column_is_named_once_with_what_it_holds():
    table = declare(
        "letter",
        "letters",
        goes("reader_id"),
        nameless("writer_id", "it is the reader's"),
        keys="id reader_id writer_id",
        words="text name! draft seen",
        secrets={"digest": "it opens something"},
        particulars=Particulars(
            only={"text": ["reader_id"]},
            withheld={"seen": "it is the programme's"},
            mentions="text",
            shows={"draft": "own"},
            blanked_by={"draft": ["writer_id"]},
            called="name",
        ),
    )
    assert [tie.fate for tie in table.ties] == [Fate.GOES, Fate.NAMELESS]
    assert {name: column.kind for name, column in table.columns.items()} == {
        "id": Kind.KEY, "reader_id": Kind.KEY, "writer_id": Kind.KEY, "text": Kind.WORDS,
        "name": Kind.WORDS, "draft": Kind.WORDS, "seen": Kind.WORDS, "digest": Kind.SECRET,
    }  # fmt: skip
    emptied = {
        path: [name for name, column in table.columns.items() if column.is_blanked_by(path)]
        for path in ("reader_id", "writer_id")
    }
    assert emptied == {"reader_id": ["name"], "writer_id": ["name", "draft"]}
    assert [name for name, column in table.columns.items() if column.mentions] == ["text"]
    assert (table.columns["draft"].shows, table.columns["draft"].own_where) == (True, "own")
    assert not table.columns["text"].shows
    assert table.called == "name"
    assert table.columns["text"].to == {"reader_id"}
    assert table.columns["name"].to == {EVERY_TIE}
    assert table.columns["digest"].to == frozenset()
    assert table.columns["seen"].to == frozenset()
    assert table.columns["seen"].why == "it is the programme's"
    assert not table.columns["text"].is_for("writer_id")
    assert table.columns["name"].is_for("writer_id")
    assert table.columns["digest"].why == "it opens something"
    assert not declare("tick", "the clock").is_about_people
