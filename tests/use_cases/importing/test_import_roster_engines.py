"""A roster from an older spreadsheet, from the file into each database."""

from dataclasses import replace

from bot.exchange.roster_csv import read_roster
from tests.use_cases.importing.imports import BAKER, counts, school


def test_a_file_in_an_old_encoding_goes_in_on_both_engines(engine, tmp_path):
    headers = ("Referentiekader;Klasgroep;Lerende-id;Lerende;Werkplek;Mentor-id;Mentor;Docent-id;"
               "Docent;Coach-id;Coach;Taal;E-mail;Opleidingsplan;Uren per week\r\n")  # fmt: skip
    lines = (
        "BK-0999;6A;s1;Zoë Cosic;Bäckerei – Nord;m1|m2;Karim|Noël;t1;Els;t1;Els;nl;z@x.be;Brood;20"
        "\r\n\r\n"
        "bk-0999-2;6A;s2;Noor;Bäckerei – Nord;m1;;t1;;c1;Lien;;;;\r\n"
    )
    path = tmp_path / "roster.csv"
    path.write_bytes((headers + lines).encode("cp1252"))
    rows = read_roster(path)
    assert [row.line for row in rows] == [2, 4]
    with engine.begin() as connection:
        own = school(connection)
        own.learn(BAKER)
        assert counts(own.enrol(*rows, strict=True))["new"]["people"] == 6
        before = own.everything()
        assert set(counts(own.enrol(*rows, strict=True))) == {"unchanged"}
        assert own.everything() == before
        assert dict(own.rows("SELECT school_id, name FROM person"))["s1"] == "Zoë Cosic"
        assert own.rows("SELECT name FROM workplace") == [("Bäckerei – Nord",)]
        left = own.enrol(replace(rows[0], mentor_id="m2", mentor=""))
        assert counts(left)["ended"] == {"involvements": 1}
        assert ("s1", "m1", "mentor") not in own.around()
