"""One message says so much at most, folds each indicator once, and holds up nobody."""

from dataclasses import replace

import pytest
from sqlalchemy import event, select

from bot.domain.scoring.ceilings import MOST_COMPETENCES, MOST_LINES, MOST_SCORES
from bot.lanes import Lane
from bot.platforms.transcript import Utterance, job_of
from bot.ports.importing import OrganisationRow
from bot.storage.batch import handle
from bot.storage.budget import PER_UPDATE, TOGETHER
from bot.storage.tables import score
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.importing.import_framework import import_framework
from bot.use_cases.importing.import_roster import import_roster
from handlers.answering import answer
from tests.dialogues.reporting.test_largest import COMPETENCES, INDICATORS, LARGEST
from tests.dialogues.school import School, roster
from tests.house.test_buttons import GIVEN_OUT

CLASS = 40


@pytest.fixture
def crowded(own_school: School) -> School:
    """The school, with a class of forty in the largest programme."""
    with own_school.engine.begin() as connection:
        catalogue = StoredUnitOfWork(connection).catalogue
        here = OrganisationRow("School", "en", "Europe/Brussels", id=1)
        import_framework(catalogue, here.id, LARGEST)
        row = replace(roster()[2], framework="LARGE-1", class_group="9L")
        many = [
            replace(row, line=number + 2, student_id=f"x{number}", student=f"Voor{number} Achter")
            for number in range(CLASS)
        ]
        assert not import_roster(catalogue, here, many).rejected
    return own_school


def every(scores: str) -> str:
    return " ".join(f"{number}: {scores}" for number in range(1, COMPETENCES + 1))


def test_what_honest_people_say_is_below_every_ceiling(crowded: School):
    assert "Stored for" not in crowded.text("t1", "9L 1 all v r")
    assert f"Stored for {CLASS} students" in crowded.tapped("t1", "store for 9L")
    assert crowded.scores == CLASS * INDICATORS
    crowded.say("t1", f"voor3 {every('all l s')}")
    assert crowded.scores == CLASS * INDICATORS + COMPETENCES * INDICATORS
    crowded.say("t1", "\n".join(f"voor{number} 2.1 v" for number in range(CLASS)))
    assert crowded.scores == CLASS * INDICATORS + COMPETENCES * INDICATORS + CLASS


@pytest.mark.parametrize(
    "message",
    [
        f"9L {every('all v')}",
        "\n".join(f"9L {number} all v" for number in range(1, COMPETENCES + 1)),
        "\n".join(f"9L {number}.1 v" for number in range(1, COMPETENCES + 1)),
        f"9L {' '.join(f'{number}.1 v' for number in range(1, COMPETENCES + 1))}",
        "same voor3 1\n" * (MOST_LINES + 1),
        "9L 1.1 v\n" * (MOST_LINES + 1),
        "1 v\n" * 490,
    ],
)
def test_beyond_it_nothing_is_stored_and_little_is_asked(crowded: School, message: str):
    with crowded.statements() as asked:
        text = crowded.text("t1", message)
    assert "Nothing was stored" in text
    assert "too much" in text or "too many" in text
    assert crowded.scores == 0
    assert len(asked) < 30


def test_a_group_that_grew_while_a_line_waited_is_held_to_it_too(
    crowded: School, monkeypatch: pytest.MonkeyPatch
):
    crowded.say("t1", "9L 1 all v")
    monkeypatch.setattr("handlers.scoring.sayings.MOST_SCORES", 100)
    assert "too much" in crowded.tapped("t1", "store for 9L")
    assert crowded.scores == 0


def test_the_dearest_message_that_is_taken_costs_a_part_of_the_budget(crowded: School):
    crowded.say("t1", "9L 1 all v r 2: all v r")
    crowded.tap("t1", "store for 9L")
    crowded.at = crowded.at.replace(year=2025)  # so all of it is late, and folded
    crowded.say("t1", "9L 1 all x 2: all x")
    with crowded.statements() as asked:
        assert f"Stored for {CLASS} students" in crowded.tapped("t1", "store for 9L")
    assert CLASS * 2 * INDICATORS <= MOST_SCORES
    assert len(asked) < PER_UPDATE.statements / 4
    assert CLASS * 2 <= MOST_COMPETENCES


@pytest.mark.parametrize(
    "message",
    [
        "jonas 8.1 v\n8.1 s\n8.2 l",
        "today jonas 8.1\njonas 8.1 v\n8.1 s",
        "same jonas 8\njonas 10.1 v",
        "jonas 8 vvvv\n8 ssss",
    ],
)
def test_a_message_folds_each_history_once(own_school: School, message: str):
    school = own_school
    school.say("m1", "jonas 8 xxxx")
    school.later(days=-1)
    with school.statements() as asked:
        school.say("m1", message)
    # What one said oneself, which names who said it, is read apart from the folding.
    read = [statement for statement in asked if "FROM score JOIN entry" in statement]
    histories = [statement for statement in read if "JOIN person" not in statement]
    assert len(histories) <= 1
    with school.engine.begin() as connection:
        said = connection.execute(
            select(score.c.entry_id, score.c.indicator_id, score.c.track_id)
        ).all()
    assert len(said) == len(set(said)), "each indicator is scored once"


def test_not_here_said_again_in_two_lines_is_two_values(own_school: School):
    school = own_school
    school.say("m1", "jonas 8.1 v")
    school.say("m1", "jonas 8.1 n")
    school.tap("m1", "yes, not applicable here")
    before = school.scores
    assert "Two values" in school.text("m1", "same jonas 8\nsame jonas 8\nsame jonas 8")
    assert school.scores == before


def test_two_such_lines_and_a_storm_of_forged_taps_keep_no_neighbour_waiting(
    crowded: School, monkeypatch: pytest.MonkeyPatch
):
    """The neighbour wrote last of all, and is in the first commit, which is a small one."""
    school, asked, commits = crowded, [], []
    # Statements and rows alone end a commit here: seconds are those of the machine.
    monkeypatch.setattr("bot.storage.batch.TOGETHER", replace(TOGETHER, seconds=60.0))

    @event.listens_for(school.engine, "before_cursor_execute")
    def note(_connection, _cursor, statement, *_more):
        asked.append(statement)

    @event.listens_for(school.engine, "commit")
    def committed(_connection):
        commits.append(len(asked))

    lane = Lane(lambda jobs: handle(school.engine, school.unit, jobs), "lane-test")
    forged = [code for codes in GIVEN_OUT.values() for code in codes]

    def submitted(who: str, key: str, text: str = "", tap: str = ""):
        utterance = Utterance(key, school.at, text=text, tap=tap)
        return lane.submit(job_of(answer, school.people[who], utterance))

    waiting = [
        submitted("t1", f"line {number}", text=f"9L {every('all v')}") for number in range(2)
    ]
    waiting += [submitted("m2", f"tap {number}", tap=code) for number, code in enumerate(forged)]
    neighbour = submitted("m1", "neighbour", text="jonas 10.1 v")
    first: list[int] = []
    neighbour.add_done_callback(lambda _future: first.append(len(commits)))
    lane.start()
    assert not any(future.result(30).quarantined for future in (*waiting, neighbour))
    lane.stop()
    assert "Jonas" in neighbour.result().value[-1].text
    assert first == [1]
    assert commits[0] < TOGETHER.statements + 100
    assert len(commits) > 1
    assert school.scores == 1
