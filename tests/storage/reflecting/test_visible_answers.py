"""Who reads which answer: every viewer and every choice of the student, on both databases."""

import ast
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.reflecting.sharing import READERS, Share
from bot.domain.school.tracks import Role
from bot.ports.reflecting.answers import AnswerPart
from bot.storage.engine import connect
from tests.dialogues.conftest import own_school
from tests.dialogues.school import School

__all__ = ["own_school"]

ROOT = Path(__file__).parents[3]
GUARDED = {"answer", "answer_part", "evidence", "goal", "feedback"}
MAY_READ = {
    "bot/storage/reflecting/answers.py",
    "bot/storage/reflecting/pace.py",  # only whether an answer followed, and when
    "bot/storage/reflecting/prompts.py",
    "bot/storage/reflecting/visible_answers.py",
    "bot/storage/talking/whom.py",  # only whose answer it is
}
ROLE = {"s1": Role.STUDENT, "m1": Role.MENTOR, "t1": Role.TEACHER, "c1": Role.COACH}
STRANGERS = ("s2", "s3", "m2")


def given(school: School, share: Share, *, done: bool = True) -> int:
    """Let Jonas answer; gives the answer's id."""
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        (track,) = uow.tracks.list_of(school.people["s1"].person_id)
        one = uow.answers.begin(1, track.id, None, share, school.at)
        uow.answers.add_part(1, one, AnswerPart("text", "Bent twice", source="m1"), school.at)
        if done:
            uow.answers.finish(one, school.at)
        found = uow.answer_reads.find(track.student_id, one)
        assert found is not None
        uow.answers.add_goal(found, "Measure first", school.at + timedelta(days=7))
        uow.answers.toggle_evidence(1, one, 1)
        mentor = school.people["m1"].person_id
        asked = uow.answers.ask_feedback(1, one, mentor, school.at)
        uow.answers.give_feedback(asked, "Well seen", school.at)
        return one


def read(school: School, who: str, answer_id: int):
    """Read an answer in every way there is; all agree on whether it is there."""
    viewer = school.people[who].person_id
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        (track,) = uow.tracks.list_of(school.people["s1"].person_id)
        found = uow.answer_reads.find(viewer, answer_id)
        listed = uow.answer_reads.list_of_track(viewer, track.id, 10)
        evidence = uow.answer_reads.list_evidence(viewer, track.id)
        assert [answer.id for answer in listed] == ([answer_id] if found else [])
        assert [indicator for indicator, _at in evidence] == ([1] if found else [])
        return found


@pytest.mark.parametrize("share", Share)
def test_who_reads_what_is_the_students_choice(own_school: School, share):
    one = given(own_school, share)
    for who, role in ROLE.items():
        found = read(own_school, who, one)
        assert (found is not None) == (role in READERS[share])
        if found is not None:
            assert [part.text for part in found.parts] == ["Bent twice"]
            assert [goal.text for goal in found.goals] == ["Measure first"]
            gets_feedback = role in (Role.STUDENT, Role.MENTOR)
            assert [given.text for given in found.feedback] == ["Well seen"] * gets_feedback
    for who in STRANGERS:
        assert read(own_school, who, one) is None


def test_only_me_is_nobody_else_and_least_of_all_the_coach():
    assert READERS[Share.ME] == {Role.STUDENT}


def test_what_is_not_done_is_the_students_alone(own_school: School):
    one = given(own_school, Share.ALL, done=False)
    assert read(own_school, "s1", one) is not None
    for who in ("m1", "t1", "c1", *STRANGERS):
        assert read(own_school, who, one) is None


def test_withdrawn_it_is_nobodys(own_school: School):
    one = given(own_school, Share.ALL)
    with own_school.engine.begin() as connection:
        own_school.unit(connection).answers.withdraw(one, own_school.at)
    for who in (*ROLE, *STRANGERS):
        assert read(own_school, who, one) is None


def test_who_leaves_the_student_reads_nothing_any_more(own_school: School):
    one = given(own_school, Share.ALL)
    with own_school.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM involvement WHERE role = 'mentor'")
    assert read(own_school, "m1", one) is None
    assert read(own_school, "t1", one) is not None


def test_a_read_costs_the_same_however_many_answers_there_are(sqlite_url: str):
    # Each count on a connection of its own: a kept one counts on where it was.
    engine = connect(sqlite_url)
    school = School(engine).found()
    answer_id = given(school, Share.ALL)
    before = steps(school, answer_id)
    with engine.begin() as connection:
        uow = school.unit(connection)
        (other,) = uow.tracks.list_of(school.people["s2"].person_id)
        for _time in range(100):
            more = uow.answers.begin(1, other.id, None, Share.ALL, school.at)
            uow.answers.finish(more, school.at)
    assert steps(school, answer_id) <= before + 1
    engine.dispose()


def steps(school: School, answer_id: int) -> int:
    """Count in tens what SQLite does to read Jonas's answers for his teacher."""
    taken: list[None] = []
    school.engine.dispose()  # a statement that was prepared before would count on from there
    with school.engine.begin() as connection:
        reads, viewer = school.unit(connection).answer_reads, school.people["t1"].person_id
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        driver.set_progress_handler(lambda: taken.append(None), 10)
        assert reads.find(viewer, answer_id) is not None
        (seen,) = reads.list_of_track(viewer, 1, 10)
        assert reads.list_evidence(viewer, seen.track_id)
        driver.set_progress_handler(None, 0)
    return len(taken)


def test_only_named_modules_touch_the_tables_of_answers():
    found = set()
    for path in [*(ROOT / "bot").rglob("*.py"), *(ROOT / "handlers").rglob("*.py")]:
        if "migrations" in path.parts or "tables" in path.parts:
            continue
        text = path.read_text()
        if "bot.storage.tables" not in text:  # to read it all as code takes seconds
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ImportFrom) and node.module == "bot.storage.tables":
                found |= {
                    path.relative_to(ROOT).as_posix()
                    for alias in node.names
                    if alias.name in GUARDED
                }
    assert found == MAY_READ


def test_every_read_for_a_person_asks_whether_it_may():
    tree = ast.parse((ROOT / "bot/storage/reflecting/visible_answers.py").read_text())
    read_from = {"_RULES", "_ROLES"}
    for node in tree.body:
        written = ast.unparse(node)
        name = ast.unparse(node.targets[0]) if isinstance(node, ast.Assign) else ""
        builds = isinstance(node, ast.FunctionDef) and node.name == "_answers"
        if "select(" in written and (name or builds) and name not in read_from:
            assert "may_read(" in written
