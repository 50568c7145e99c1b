"""Whoever looks, and whenever: without names nobody computes what somebody answered."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import Engine, make_url, select, text

from bot.ports import UnitOfWork
from bot.storage.columns import metadata
from bot.storage.tables import answer_tally, asking_round, round_answered, unsigned_words
from bot.use_cases.rights.forgetting.order_erasure import order_erasure
from tests.databases import SchoolOn, connected
from tests.dialogues.administering.hired import hire
from tests.dialogues.asking.asked import ANSWERS, answer, pass_days, read_in, take_in, written
from tests.dialogues.clock import tick
from tests.dialogues.conftest import own_school
from tests.dialogues.rights.forgetting.erased import ERASING
from tests.dialogues.school import School
from tests.dialogues.ways import both_ways

__all__ = ["own_school"]

LOOKERS = ("s1", "s2", "s3", "m1", "m2", "t1", "c1", "a1")
Answers = Mapping[str, tuple[str, str, str]]
Rows = dict[str, list[tuple[object, ...]]]


@contextmanager
def school_in(url: str, name: str) -> Iterator[School]:
    """Open a copy of a school's file."""
    file = Path(make_url(url).database or "")
    copy = shutil.copy(file, file.with_name(f"{name}.sqlite"))
    with connected(f"sqlite:///{copy}") as engine:
        school = School(engine).found()
        hire(school)
        yield school


def dump(engine: Engine) -> Rows:
    """Read every row of every table, in the order in which the database has them."""
    with engine.begin() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table))]
            for table in metadata.sorted_tables
        }


def fill_in(school: School, answers: Answers, *, anonymous: bool = True) -> None:
    """Let everybody answer, each at an hour of their own, some typed and some tapped."""
    read_in(school, anonymous=anonymous)
    pass_days(school, 1)
    for at, (who, (scale, choice, words)) in enumerate(answers.items()):
        school.later(minutes=7)
        school.say(who, "/questionnaire")
        school.tap(who, "answer: How it goes")
        typed = at % 2
        school.say(who, scale) if typed else school.tap(who, scale)
        school.say(who, choice) if typed else school.tap(who, choice)
        school.say(who, words)
        school.tap(who, "send")


def order(uow: UnitOfWork, school: School, who: str) -> None:
    """Order that somebody is erased now."""
    whom = school.people[who]
    order_erasure(uow, whom.person_id, whom.organisation_id, school.at)


def test_the_whole_database_is_the_same_whoever_gave_which_answers(school_on: SchoolOn):
    # The same people at the same times; only who said what differs. Transcripts, dialogues, outbox,
    # errands, acts, and whatever an export is made of are among these rows.
    url = school_on("sqlite", "en")
    seen: list[Rows] = []
    for at, said in enumerate([*permutations(ANSWERS.values())][::25]):
        with school_in(url, f"copy{at}") as school:
            fill_in(school, dict(zip(ANSWERS, said, strict=True)))
            seen.append(dump(school.engine))
            pass_days(school, 7)
            seen[-1] |= {f"{name} later": rows for name, rows in dump(school.engine).items()}
    assert len(seen) > 4
    for rows in seen[1:]:
        differs = [name for name in rows if rows[name] != seen[0][name]]
        # Each answer typed or tapped is one update, with a key; it says nothing of what was said.
        assert differs == []


def test_the_order_in_which_they_came_is_nowhere(school_on: SchoolOn):
    url = school_on("sqlite", "en")
    found: list[list[list[tuple[object, ...]]]] = []
    for name, order in (("on", [*ANSWERS]), ("back", [*reversed(ANSWERS)])):
        with school_in(url, name) as school:
            fill_in(school, {who: ANSWERS[who] for who in order})
            rows = dump(school.engine)
            told = (answer_tally, unsigned_words, asking_round, round_answered)
            found.append([rows[table.name] for table in told])
            with school.engine.begin() as connection:
                numbered = text("select rowid, person_id from round_answered order by rowid")
                found[-1].append([tuple(row) for row in connection.execute(numbered)])
    assert found[0] == found[1]


def test_two_looks_tell_nothing_before_it_closes(own_school: School):
    school = own_school
    hire(school)
    read_in(school)
    pass_days(school, 1)
    looks: list[dict[str, str]] = []
    for who in (None, *ANSWERS):
        if who:
            answer(school, who)
        looks.append({})
        for looker in LOOKERS:
            if looker not in ANSWERS:
                looks[-1][looker] = str(
                    [(own.text, own.buttons) for own in school.say(looker, "/questionnaire")]
                )
                for code in ("qnu:1", "qnn:1:0", "qns:1"):
                    looks[-1][looker] += school.tap_code(looker, code)[0].text
    assert all(look == looks[0] for look in looks)


@pytest.mark.parametrize("gone", ["s1", "s3"])
def test_what_was_frozen_stays_when_somebody_is_erased(own_school: School, gone: str):
    school = own_school
    hire(school)
    read_in(school)
    pass_days(school, 1)
    for who in ANSWERS:
        answer(school, who)
    pass_days(school, 7)
    school.say("c1", "/questionnaire")
    before = school.tapped("c1", "what came of: How it goes")
    with school.engine.begin() as connection:
        order(school.unit(connection), school, gone)
    school.later(days=1)
    tick(school, ERASING)
    school.say("c1", "/questionnaire")
    assert school.tapped("c1", "what came of: How it goes") == before


def test_one_who_is_erased_meanwhile_leaves_no_trace_of_which_answers_were_theirs(
    own_school: School,
):
    school = own_school
    hire(school)
    read_in(school)
    pass_days(school, 1)
    for who in ANSWERS:
        answer(school, who)
    with school.engine.begin() as connection:
        rows = connection.execute(select(answer_tally)).all()
        order(school.unit(connection), school, "s1")
    school.later(hours=1)
    tick(school, ERASING)
    with school.engine.begin() as connection:
        assert connection.execute(select(answer_tally)).all() == rows
    pass_days(school, 7)
    school.say("c1", "/questionnaire")
    assert "5 people answered." in school.tapped("c1", "what came of: How it goes")


def test_no_second_cut_of_the_same_answers(own_school: School):
    school = own_school
    hire(school)
    take_in(school, written())
    for beside in ('class_group = "6E"\n', ""):
        second = written().replace("how-it-goes", "again").replace("title", f"{beside}title", 1)
        shown = school.send_file("a1", "again.toml", second.encode())
        assert "'how-it-goes' asks the same" in shown[0].text
    pass_days(school, 14)  # also a week after it closed
    later = second.replace("2026-10-15", "2026-11-25").replace("2026-10-21", "2026-12-02")
    assert "asks the same" in school.send_file("a1", "again.toml", later.encode())[0].text
    pass_days(school, 25)
    said = school.send_file("a1", "again.toml", later.encode())[0].text
    assert "Nothing was read in yet." in said


@pytest.mark.parametrize("first", [True, False])
def test_not_with_names_beside_it_either(own_school: School, first: bool):
    # Who reads all answers with names but one would take them off the counts.
    school = own_school
    hire(school)
    take_in(school, written(anonymous=first))
    second = written(anonymous=not first).replace("how-it-goes", "again").encode()
    assert "'how-it-goes' asks the same" in school.send_file("a1", "again.toml", second)[0].text


def test_with_names_these_rows_do_tell(school_on: SchoolOn):
    url = school_on("sqlite", "en")
    seen = []
    for name, said in (("one", [*ANSWERS.values()]), ("two", [*reversed(ANSWERS.values())])):
        with school_in(url, name) as school:
            fill_in(school, dict(zip(ANSWERS, said, strict=True)), anonymous=False)
            seen.append(dump(school.engine))
    assert {name for name in seen[0] if seen[0][name] != seen[1][name]} >= {
        "given_answer",
        "chat_message",
    }


@both_ways
def test_words_without_a_name_stand_nowhere_but_among_all_others(school: School):
    hire(school)
    read_in(school)
    pass_days(school, 1)
    for who in ANSWERS:
        answer(school, who)
    rows = dump(school.engine)
    everything = str(rows)
    for _scale, _choice, words in ANSWERS.values():
        assert everything.count(words) == 1
    known = [source for source, _digest, _at in rows["wording"]]
    digests = {str(digest) for _source, digest, _at in rows["wording"]}
    for source in known:
        for said in ANSWERS.values():
            for words in said:
                whole = sha256(f"{source}\n\n{words}\n".encode()).hexdigest()
                assert not any(whole.startswith(digest) for digest in digests)
