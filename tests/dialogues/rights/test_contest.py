"""A student says that a colour or a note is not right; both words stand until it is settled."""

from bot.domain.administering.rights_acts import RightsActKind
from bot.use_cases.rights.contesting.correct_note import correct_note
from tests.dialogues.clock import tick
from tests.dialogues.conftest import own_school
from tests.dialogues.evaluating.council_school import photographed, words_of
from tests.dialogues.school import School

__all__ = ["own_school"]

WORDS = "I did all of it alone in March"
CONTESTS = f"Jonas Peeters contests this (14 Oct): “{WORDS}”"


def scored(school: School) -> School:
    for who, line in (
        ("s1", "8 vvvv"),
        ("m1", 'jonas 8 vvxx "slow with the level"'),
        ("t1", "jonas 8 xxxx"),
        ("m1", "jonas 10.1 v"),
    ):
        school.say(who, line)
    return school


def contests(school: School, view: str = "the mentor's view") -> str:
    """Let Jonas contest the colour of 8 in one view; gives what is answered."""
    school.say("s1", "/contest 8")
    school.tap("s1", view)
    return school.text("s1", WORDS)


def told(school: School, who: str) -> str:
    """What arrived for somebody who looks in their chat."""
    tick(school)
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        shown = uow.transcripts.list_recent(school.people[who].person_id, 20)
        return "\n".join(message.text for message in shown if not message.mine)


def kinds(school: School) -> list[RightsActKind | str]:
    with school.engine.begin() as connection:
        return [line.act.kind for line in school.unit(connection).rights_acts.list_of(1)]


def colours(school: School) -> list[tuple[object, ...]]:
    with school.engine.begin() as connection:
        rows = connection.exec_driver_sql(
            "SELECT track_id, competence_id, role, scored, acquired FROM colour"
            " ORDER BY track_id, competence_id, role"
        )
        return [tuple(row) for row in rows]


def test_a_student_contests_a_colour_and_both_stand_side_by_side(school: School):
    scored(school)
    before = colours(school)
    assert "What is not right?" in school.text("s1", "/contest")
    asked = school.tapped("s1", "8")
    assert "8 Marks out routes\nWhose view is not right?" in asked
    asked = school.tapped("s1", "the mentor's view")
    assert "How do you see it?" in asked
    assert "by whoever sees that colour" in asked
    said = school.text("s1", WORDS)
    assert "8 Marks out routes · the mentor's view\nYou contest this." in said
    assert "Nothing changes by it" in said
    assert f"You contest this (14 Oct): “{WORDS}”" in school.text("s1", "/report 8")
    for who, command in (
        ("m1", "/report jonas 8"),
        ("t1", "/report jonas 8"),
        ("c1", "/report jonas 8"),
    ):
        assert CONTESTS in school.text(who, command)
    assert WORDS not in school.text("s1", "/report 10")
    assert colours(school) == before


def test_the_card_offers_it_where_others_have_spoken(school: School):
    scored(school)
    school.say("s1", "/report 8")
    assert "not right?" in school.buttons("s1")
    assert "Whose view is not right?" in school.tapped("s1", "not right?")
    school.say("s1", "/report 11")
    assert "not right?" not in school.buttons("s1")
    school.say("m1", "/report jonas 8")
    assert "not right?" not in school.buttons("m1")


def test_who_said_it_and_the_coach_hear_it(own_school: School):
    school = scored(own_school)
    contests(school)
    heard = told(school, "m1")
    assert CONTESTS in heard
    assert "If you see it otherwise by now, score it anew" in heard
    heard = told(school, "c1")
    assert "Jonas takes it back, or you note how it ended." in heard
    assert WORDS not in told(school, "t1")
    assert kinds(school) == [RightsActKind.CONTESTED]


def test_the_coach_notes_how_it_ended_and_all_hear_it(school: School):
    scored(school)
    contests(school)
    assert CONTESTS in school.text("c1", "/contest jonas")
    assert "How did it end" in school.tapped("c1", "note how it ended")
    assert "Kept, and told" in school.text("c1", "We looked together; it stays")
    assert CONTESTS not in school.text("m1", "/report jonas 8")
    assert "contests nothing" in school.text("c1", "/contest jonas")
    assert "You contest nothing" not in school.text("s1", "/contest")


def test_how_it_ended_is_told_with_both_words(own_school: School):
    school = scored(own_school)
    contests(school)
    school.say("c1", "/contest jonas")
    school.tap("c1", "note how it ended")
    school.say("c1", "We looked together; it stays")
    ended = f"It was contested (“{WORDS}”), and the coach notes how it ended: “We looked together"
    for who in ("s1", "m1"):
        assert ended in told(school, who)
    assert kinds(school) == [RightsActKind.CONTESTED, RightsActKind.CONTEST_SETTLED]
    with school.engine.begin() as connection:
        rows = connection.exec_driver_sql("SELECT text, ending, ended_text FROM contest").all()
    assert [tuple(row) for row in rows] == [(WORDS, "settled", "We looked together; it stays")]


def test_who_contested_it_takes_it_back(school: School):
    scored(school)
    contests(school)
    assert "8 Marks out routes · the mentor's view\nTaken back: " in school.tapped(
        "s1", "take it back"
    )
    assert CONTESTS not in school.text("c1", "/report jonas 8")


def test_undo_takes_it_back_too(own_school: School):
    school = scored(own_school)
    contests(school)
    assert "Undone" in school.text("s1", "/undo")
    assert CONTESTS not in school.text("c1", "/report jonas 8")
    assert kinds(school) == [RightsActKind.CONTESTED, RightsActKind.CONTEST_SETTLED]


def test_another_score_of_who_said_it_settles_it(own_school: School):
    school = scored(own_school)
    contests(school)
    school.later(minutes=5)
    school.say("m1", "jonas 8 vvxx")
    tick(school)
    assert CONTESTS in school.text("c1", "/report jonas 8"), "the same again changes nothing"
    school.say("t1", "jonas 8 vvvv")
    tick(school)
    assert CONTESTS in school.text("c1", "/report jonas 8"), "it is not the teacher's to settle"
    school.say("m1", "jonas 8 vvvv")
    tick(school)
    assert CONTESTS not in school.text("c1", "/report jonas 8")
    assert "Since then it was said otherwise or taken back" in told(school, "s1")
    assert "Since then it was said otherwise or taken back" in told(school, "c1")
    with school.engine.begin() as connection:
        (acts,) = [
            line.act
            for line in school.unit(connection).rights_acts.list_of(1)
            if line.act.kind is RightsActKind.CONTEST_SETTLED
        ]
    assert acts.by_id == school.people["m1"].person_id


def test_a_note_is_contested_by_whose_it_is_and_its_author_says_it_otherwise(school: School):
    scored(school)
    school.say("s1", "/contest")
    assert "slow with the level" not in school.tapped("s1", "a note")
    (label,) = [own for own in school.buttons("s1") if "Karim Haddad" in own]
    assert "It is read by who wrote the note, and by your coach." in school.tapped("s1", label)
    school.say("s1", WORDS)
    assert CONTESTS in school.text("c1", "/report jonas 8")
    assert CONTESTS in school.text("m1", "/report jonas 8")
    assert CONTESTS not in school.text("t1", "/report jonas 8"), "who does not read the note"
    assert WORDS not in school.text("s1", "/report 8"), "who does not see the note there"
    assert WORDS in school.text("s1", "/contest")
    school.say("m1", "/contest jonas")
    school.tap("m1", "say the note otherwise")
    assert "Kept, and told" in school.text("m1", "careful with the level")
    shown = school.text("c1", "/report jonas 8")
    assert "careful with the level" in shown
    assert CONTESTS not in shown


def test_what_the_note_said_before_stays_with_the_contest(own_school: School):
    school = scored(own_school)
    school.say("s1", "/contest")
    school.tap("s1", "a note")
    (label,) = [own for own in school.buttons("s1") if "Karim Haddad" in own]
    school.tap("s1", label)
    school.say("s1", WORDS)
    school.say("m1", "/contest jonas")
    school.tap("m1", "say the note otherwise")
    school.say("m1", "careful with the level")
    with school.engine.begin() as connection:
        (row,) = connection.exec_driver_sql("SELECT text, ending, ended_text FROM contest").all()
        (note,) = connection.exec_driver_sql("SELECT text FROM note").scalars()
    assert tuple(row) == (WORDS, "changed", "slow with the level")
    assert note == "careful with the level"


def test_a_single_score_is_contested_by_its_number(school: School):
    scored(school)
    school.say("s1", "/contest 8.3")
    school.tap("s1", "the mentor's view")
    assert "8.3 marks 3 · the mentor's view\nYou contest this." in school.text("s1", WORDS)
    deep = school.text("c1", "/report jonas 8")
    assert deep.index("3. marks 3") < deep.index(CONTESTS) < deep.index("4. marks 4")
    assert WORDS in school.text("s1", "/report 8"), "beside the colour, which is what he sees"


def test_nobody_contests_for_another_nor_ends_what_is_not_theirs(own_school: School):
    school = scored(own_school)
    contests(school)
    with school.engine.begin() as connection:
        (made,) = connection.exec_driver_sql("SELECT id FROM contest").scalars()
        (track,) = connection.exec_driver_sql("SELECT track_id FROM contest").scalars()
    for who in ("s2", "s3", "m2"):
        for code in (f"rcw:{made}", f"rcs:{made}", f"rcc:{made}", f"rca:{track}"):
            assert WORDS not in school.tap_code(who, code)[0].text
        for code in (f"rct:{track}:1", f"rcv:{track}:1:m:0", f"rcl:{track}:0", f"rcn:{track}:1"):
            assert "How do you see it" not in school.tap_code(who, code)[0].text
    for who in ("m1", "t1"):
        assert "How do you see it" not in school.tap_code(who, f"rcv:{track}:1:m:0")[0].text
        for code in (f"rcw:{made}", f"rcs:{made}", f"rcc:{made}"):
            school.tap_code(who, code)
            school.say(who, "It is over")
    school.tap_code("s1", f"rcs:{made}")
    assert CONTESTS in school.text("c1", "/report jonas 8")
    assert kinds(school) == [RightsActKind.CONTESTED]


def test_bad_input_leaves_nothing_behind(own_school: School):
    school = scored(own_school)
    school.say("s1", "/contest 8")
    school.tap("s1", "the mentor's view")
    assert "That is too long" in school.text("s1", "word " * 250)
    assert "You contest this" in school.text("s1", WORDS)
    assert "you contest it already" in contests(school)
    assert "11 Sets boxes\nNobody else has scored this yet." in school.text("s1", "/contest 11")
    assert kinds(school) == [RightsActKind.CONTESTED]


def test_the_page_for_the_class_council_has_both(own_school: School):
    school = photographed(own_school)
    contests(school, "the teacher's view")
    assert WORDS in words_of(school.say("c1", "/council jonas"))
    assert WORDS in words_of(school.tap("c1", "to hand round"))


def test_it_is_done_in_dutch(dutch_school: School):
    for who, line in (("m1", "jonas 8 vvxx"),):
        dutch_school.say(who, line)
    assert "Wat klopt er niet?" in dutch_school.text("s1", "/betwist")
    dutch_school.say("s1", "/betwist 8")
    assert "Hoe zie jij het?" in dutch_school.tapped("s1", "wat de mentor ziet")
    assert "8 Marks out routes · wat de mentor ziet\nDit betwist je." in dutch_school.text(
        "s1", "Ik deed het alleen"
    )
    shown = dutch_school.text("c1", "/rapport jonas 8")
    assert "Jonas Peeters betwist dit" in shown
    assert "“Ik deed het alleen”" in shown


def test_only_the_author_is_asked_to_say_a_note_otherwise_and_no_word_is_endless(
    own_school: School,
):
    school = scored(own_school)
    school.say("s1", "/contest")
    school.tap("s1", "a note")
    school.tap("s1", school.buttons("s1")[0])
    school.say("s1", WORDS)
    for who in ("s1", "c1"):
        assert school.tap_code(who, "rcc:1")[-1].text.startswith("That has ended, or is not yours.")
    for who, code in (("m1", "rcc:1"), ("c1", "rcs:1")):
        school.tap_code(who, code)
        assert "That is too long: 1000" in school.text(who, "long " * 300)
    assert len(kinds(school)) == len({*kinds(school)})


def test_an_indicator_of_nothing_is_not_contested(own_school: School):
    school = scored(own_school)
    for indicator in (99999, 9):  # nowhere, and of another competence
        said = school.tap_code("s1", f"rcv:1:{competence_of_eight(school)}:m:{indicator}")
        assert "cannot be contested" in said[-1].text


def competence_of_eight(school: School) -> int:
    with school.engine.begin() as connection:
        return int(
            connection.exec_driver_sql("SELECT id FROM competence WHERE number = 8").scalar_one()
        )


def test_what_is_contested_is_not_offered_a_second_time(school: School):
    scored(school)
    contests(school)
    assert school.buttons("s1") == ["take it back"]
    school.say("s1", "/contest 8")
    assert school.buttons("s1") == ["the teacher's view"]
    school.tap("s1", "the teacher's view")
    school.say("s1", WORDS)
    assert "You contest this already" in school.text("s1", "/contest 8")
    assert school.text("s1", "/contest 8.2").startswith("8.2 ")
    assert school.buttons("s1") == ["the mentor's view", "the teacher's view"]
    school.say("s1", "/contest")
    assert "8" not in school.buttons("s1")
    assert "10" in school.buttons("s1")


def contests_note(school: School, said: str = WORDS) -> None:
    school.say("s1", "/contest")
    school.tap("s1", "a note")
    (label,) = [own for own in school.buttons("s1") if "Karim Haddad" in own]
    school.tap("s1", label)
    school.say("s1", said)


def endings(school: School) -> list[tuple[str | None, str]]:
    with school.engine.begin() as connection:
        rows = connection.exec_driver_sql("SELECT ending, ended_text FROM contest ORDER BY id")
        return [(row.ending, row.ended_text) for row in rows]


def test_notes_of_one_author_on_one_day_are_told_apart(own_school: School):
    school = own_school
    school.say("m1", 'jonas 10.1 v "neat"')
    school.later(minutes=1)
    school.say("m1", 'jonas 10.3 v "slow"')
    school.later(minutes=1)
    school.say("m1", 'jonas 10.3 x "late"')
    school.say("s1", "/contest")
    school.tap("s1", "a note")
    assert school.buttons("s1")[:3] == [
        "10.3 · Karim Haddad · 14 Oct 10:02",
        "10.3 · Karim Haddad · 14 Oct 10:01",
        "10.1 · Karim Haddad · 14 Oct 10:00",
    ]
    asked = school.tapped("s1", "10.3 · Karim Haddad · 14 Oct 10:01")
    assert asked.startswith("Note of Karim Haddad (mentor) on 10.3, 14 Oct 10:01\n")
    assert "slow" not in asked
    school.say("s1", WORDS)
    both = f"14 Oct 10:01\n“slow”\n{CONTESTS}"
    for who in ("m1", "c1"):
        assert both in told(school, who)
        assert both in school.text(who, "/contest jonas")
    assert "slow" not in school.text("s1", "/contest")


def test_a_contest_ends_when_its_score_is_taken_back(own_school: School):
    school = own_school
    school.say("m1", "jonas 8 vvxx")
    school.later(minutes=1)
    contests(school)
    school.later(minutes=1)
    school.say("m1", "/undo")
    tick(school)
    assert endings(school) == [("changed", "")]
    assert "Since then it was said otherwise or taken back" in told(school, "s1")


def test_a_contest_stands_where_what_is_taken_back_said_the_same(own_school: School):
    school = own_school
    for _again in range(2):
        school.say("m1", "jonas 8 vvxx")
        school.later(minutes=1)
    contests(school)
    school.later(minutes=1)
    school.say("m1", "/undo")
    tick(school)
    assert endings(school) == [(None, "")]


def test_a_contest_ends_when_its_note_is_taken_back(own_school: School):
    school = own_school
    school.say("m1", 'jonas 8 vvxx "slow with the level"')
    school.later(minutes=1)
    contests_note(school)
    school.later(minutes=1)
    school.say("m1", "/undo")
    assert school.tap_code("m1", "rcc:1")[-1].text.startswith("That has ended, or is not yours.")
    tick(school)
    assert endings(school) == [("changed", "")]
    ended = told(school, "s1")
    assert "Note of Karim Haddad (mentor) on 8, 14 Oct 10:00\nIt was contested." in ended
    assert "Nobody else has scored or noted" in school.text("s1", "/contest")


def test_each_confirmation_offers_its_own_contest_alone(own_school: School):
    school = scored(own_school)
    contests(school)
    contests(school, "the teacher's view")
    assert school.buttons("s1") == ["take it back"]
    assert "the teacher's view\nTaken back" in school.tapped("s1", "take it back")


def test_an_edited_note_that_is_contested_ends_it_and_keeps_what_it_said(own_school: School):
    school = own_school
    school.say("m1", 'jonas 8 vvxx "slow with the level"')
    contests_note(school)
    with school.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE note SET source = 'n1'")
        uow, mentor = school.unit(connection), school.people["m1"].person_id
        assert correct_note(uow, mentor, "n1", "slow with the level", school.at)
        assert not uow.contests.list_on_message(mentor, "n2")
    assert endings(school) == [(None, "")], "the same words"
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        assert correct_note(uow, mentor, "n1", "careful with the level", school.at)
    assert endings(school) == [("changed", "slow with the level")]
    assert "Since then it was said otherwise" in told(school, "s1")


def test_a_contest_follows_a_note_that_was_said_anew_in_the_same_words(own_school: School):
    school = own_school
    school.say("m1", 'jonas 8 vvxx "slow with the level"')
    school.later(minutes=1)
    contests_note(school)
    school.later(minutes=1)
    school.say("m1", "/undo")
    school.say("m1", 'jonas 8 vvvx "slow with the level"')
    tick(school)
    assert endings(school) == [(None, "")]
    assert CONTESTS in school.text("c1", "/report jonas 8")
