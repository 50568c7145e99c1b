"""Nobody reads what is not theirs: every viewer, every kind of read, on both databases."""

import ast
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.school.tracks import Role
from bot.storage.unit_of_work import StoredUnitOfWork
from tests.dialogues.conftest import own_school
from tests.dialogues.school import School

__all__ = ["own_school"]

ROOT = Path(__file__).parents[3]
GUARDED = {"score", "mark", "colour", "note", "photo_colour"}
MAY_READ = {
    "bot/storage/scoring/ledger.py": "builds on what stands",
    "bot/storage/scoring/entries.py": "names what an entry touched",
    "bot/storage/scoring/history.py": "shortens what others select",
    "bot/storage/scoring/marks.py": "builds on what stands",
    "bot/storage/scoring/visible.py": "reads for a person, through visible_to",
    "bot/storage/scoring/visible_class.py": "reads a class for its teacher or coach",
    "bot/storage/scoring/system_reads.py": "the system's own reads",
    "bot/storage/rights/contesting/contests.py": "what is contested: whose note it is",
    "bot/storage/rights/contesting/said_since.py": "what was said of it since",
    "bot/storage/rights/erasing.py": "takes what is kept of a person away",
    "bot/storage/rights/mentions.py": "looks for the name of an erased person in words",
    "bot/storage/evaluating/visible_workplace.py": "reads results for a person, through one sight",
    "bot/storage/health.py": "counts rows for the doctor",
    "bot/storage/sector/totals/standings.py": "counts a photo for sectors, and tells nobody of one",
    "bot/storage/periods/audiences.py": "counts what is open, for reminders",
    "bot/storage/periods/photographing.py": "takes photos",
    "bot/storage/periods/photo_digests.py": "digests photos, for the seal",
    "bot/storage/periods/photo_ledger.py": "holds photos against the ledger, for the seal",
    "bot/storage/periods/photo_links.py": "forgets a photo that is gone, to take it again",
    "bot/storage/periods/photos.py": "keeps photos",
    "bot/storage/periods/visible_film.py": "reads photos and film for a person, by visible_to",
}


@pytest.fixture
def school(own_school: School) -> School:
    return own_school


@pytest.fixture
def scored(school: School) -> School:
    for who, marks in (("s1", "8 vvll ssss"), ("m1", "jonas 8 vvxx"), ("t1", "jonas 8 xxxx")):
        school.say(who, marks)
    school.say("m1", 'jonas 8.1 v "mentor wrote this"')
    school.say("t1", 'jonas 8.1 x "teacher wrote this"')
    school.say("s1", '8.1 v "student wrote this"')
    return school


# viewer → perspectives seen in colour, in depth, whose notes
SEES = {
    "s1": ({"student", "mentor", "teacher"}, {"student"}, {"student"}),
    "m1": ({"student", "mentor", "teacher"}, {"student", "mentor", "teacher"}, {"mentor"}),
    "t1": ({"student", "mentor", "teacher"}, {"student", "mentor", "teacher"}, {"teacher"}),
    "c1": (
        {"student", "mentor", "teacher"},
        {"student", "mentor", "teacher"},
        {"student", "mentor", "teacher"},
    ),
    "s2": (set(), set(), set()),
    "s3": (set(), set(), set()),
    "m2": (set(), set(), set()),
}


@pytest.mark.parametrize("viewer", SEES)
def test_what_each_viewer_reads(scored: School, viewer: str):
    colours, depth, notes = SEES[viewer]
    with scored.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        jonas = uow.tracks.list_of(scored.people["s1"].person_id)[0]
        competence = uow.tracks.read_programme(jonas.programme_id).competences[0]
        me = scored.people[viewer].person_id
        seen = uow.reads
        assert {colour.role.value for colour in seen.read_colours(me, jonas.id)} == colours
        marks = seen.read_marks(me, jonas.id, competence.id)
        assert {mark.role.value for mark in marks} == depth
        read = seen.read_notes(me, jonas.id, competence.id)
        assert {note.role.value for note in read} == notes
        for role in (Role.STUDENT, Role.MENTOR, Role.TEACHER):
            rows = seen.read_perspective(me, jonas.id, role)
            assert seen.read_perspective(me, jonas.id, role, competence.id) == rows
            assert bool(rows) == (role.value in depth)
        frames = uow.film_reads.read_film(me, jonas.id, datetime.now(UTC) + timedelta(days=1), [])
        filmed = {role.value for _at, frame in frames for _competence, role in frame}
        assert filmed == colours
        if frames:
            now = {
                (colour.competence_id, colour.role): colour.counts
                for colour in seen.read_colours(me, jonas.id)
            }
            assert frames[-1][1] == now


CLASS = {"t1": {"s1", "s2", "s3"}, "c1": {"s1", "s2", "s3"}, "m1": set(), "m2": set(), "s1": set()}


@pytest.mark.parametrize("viewer", CLASS)
def test_only_a_teacher_and_a_coach_read_a_class_and_its_companies(scored: School, viewer: str):
    with scored.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        whose = {
            track.id: who
            for who in ("s1", "s2", "s3")
            for track in uow.tracks.list_of(scored.people[who].person_id)
        }
        reads, me = uow.class_reads, scored.people[viewer].person_id
        companies = reads.read_companies(me, whose)
        assert {whose[track] for track in companies} == CLASS[viewer]
        counts = reads.read_counts(me, whose)
        assert {whose[track] for track, _competence in counts} == CLASS[viewer] & {"s1"}
        assert {role for said in counts.values() for role in said} <= {Role.MENTOR, Role.TEACHER}
        for role in (Role.MENTOR, Role.TEACHER):
            first = reads.read_first_come_up(me, whose, role)
            told = {"s1"} if role is Role.MENTOR else set()
            assert {whose[track] for track, _competence in first} == CLASS[viewer] & told
            assert set(first.values()) <= {scored.at}
        alone = reads.read_first_alone(me, whose)
        assert [len(firsts) for firsts in alone.values()] == [2] * bool(CLASS[viewer])
        assert not reads.list_regular(me, whose)


@pytest.mark.parametrize("viewer", ["s2", "s3", "m2"])
def test_no_word_of_jonas_reaches_a_stranger(scored: School, viewer: str):
    for line in ("/report jonas", "/report jonas 8", "/report", "/open", "jonas 8 all v", "/film"):
        text = scored.text(viewer, line)
        assert "wrote this" not in text
        assert "Jonas" not in text.replace("'jonas'", "")


def test_who_leaves_a_row_keeps_the_scores_and_loses_sight(scored: School):
    with scored.engine.begin() as connection:
        connection.exec_driver_sql(
            "DELETE FROM involvement WHERE role = 'mentor' AND track_id IN "
            "(SELECT t.id FROM track t JOIN person p ON p.id = t.student_id "
            "WHERE p.school_id = 's1')"
        )
    assert "nobody called" in scored.text("m1", "/report jonas")
    assert "mentor ✓" in scored.text("c1", "/report jonas 8")


def test_only_named_modules_touch_the_tables_of_scores():
    found = {}
    for path in [*(ROOT / "bot").rglob("*.py"), *(ROOT / "handlers").rglob("*.py")]:
        if "migrations" in path.parts or "tables" in path.parts:
            continue
        text = path.read_text()
        if "bot.storage.tables" not in text:  # to read it all as code takes seconds
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(
                "bot.storage.tables"
            ):
                taken = GUARDED & {name.name for name in node.names}
                if taken:
                    found[path.relative_to(ROOT).as_posix()] = taken
    assert set(found) == set(MAY_READ)


@pytest.mark.parametrize(
    "file", ["scoring/visible.py", "scoring/visible_class.py", "periods/visible_film.py"]
)
def test_every_read_for_a_person_joins_what_is_visible(file: str):
    tree = ast.parse((ROOT / "bot/storage" / file).read_text())
    statements = [
        ast.unparse(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and "select(" in ast.unparse(node.value)
    ]
    built = [ast.unparse(node) for node in tree.body if isinstance(node, ast.FunctionDef)]
    assert statements
    made = [text for text in built if "select(" in text and "_marks" in text]
    for text in [*statements, *made]:
        assert "_SIGHT" in text
