"""What touches somebody's rights stands in the log of acts: one row for each use case that writes.

"Touches nobody's rights" is said of what is in the ledger with its author and its instant, of what
somebody does about themselves, and of what nobody does.
"""

from pathlib import Path

import pytest

from bot.domain.administering.rights_acts import RightsActKind
from tests.house.test_undo import FILES, USE_CASES

LEDGER = "said by name and instant in the ledger, where everybody around the track sees it"
OWN = "about themselves"
SYSTEM = "nobody does it: the clock, or sending"
PLANNING = "what is planned and trained; who may see or keep what stays as it is"
PERIODS = "told to everybody around, with days and no right; photos and decisions have their chain"

Noted = tuple[RightsActKind, ...] | str

INDUCTING = "steps of a teacher who reads them, with the teachers’ coach"

ASKING = "people are asked something, and answer or not; an answer without a name is nobody’s"

NOTED_BY: dict[str, Noted] = {
    "administering/make_administrator.py": (RightsActKind.ADMINISTRATOR_MADE,),
    "administering/end_administrator.py": (RightsActKind.ADMINISTRATOR_ENDED,),
    "administering/files/take_in_roster.py": (RightsActKind.ROSTER_IMPORTED,),
    "administering/seats/note_seats.py": (
        RightsActKind.ROLE_BEGAN,
        RightsActKind.ROLE_ENDED,
    ),
    "administering/files/take_in_framework.py": (RightsActKind.FRAMEWORK_IMPORTED,),
    "administering/do_beside.py": (RightsActKind.ROSTER_IMPORTED,),
    "administering/change_naming.py": "set_naming.py notes it",
    "rights/change_keeping.py": "set_keeping.py notes it",
    "administering/sign_acts.py": SYSTEM,
    "administering/invite_group.py": "invite_person.py notes each of them",
    "administering/files/keep_file.py": "nothing is read in by it",
    "administering/files/take_file.py": "take_in_roster.py and take_in_framework.py note it",
    "administering/files/drop_old_files.py": SYSTEM,
    "asking/take_in_questionnaire.py": (RightsActKind.QUESTIONNAIRE_TAKEN_IN,),
    "asking/answer_questionnaire.py": ASKING,
    "asking/keep_rounds.py": (RightsActKind.QUESTIONNAIRE_CLOSED,),
    "talking/answer_questions.py": ASKING,
    "importing/change_organisation.py": (RightsActKind.SCHOOL_CHANGED,),
    "importing/activities/import_activities.py": PLANNING,
    "supporting/handover/hand_over.py": "carry_out.py notes it",
    "supporting/handover/take_back.py": "carry_out.py notes it",
    "supporting/handover/carry_out.py": (RightsActKind.ROLE_BEGAN, RightsActKind.ROLE_ENDED),
    "supporting/handover/tell_handover.py": "carry_out.py notes it",
    "supporting/handover/look_at.py": OWN,
    "joining/invite_person.py": (RightsActKind.INVITED,),
    "joining/lose_phone.py": (RightsActKind.DEVICES_ENDED,),
    "joining/end_placements.py": (RightsActKind.TRACK_ENDED,),
    "joining/resume_placements.py": (RightsActKind.TRACK_RESUMED,),
    "joining/redeem_invitation.py": OWN,
    "joining/come_to_page.py": OWN,
    "joining/end_session.py": "lose_phone.py notes it; the others end their own, or nobody does",
    "joining/end_devices.py": OWN,
    "joining/disown_device.py": OWN,
    "joining/tell_device.py": SYSTEM,
    "administering/set_naming.py": (RightsActKind.NAMING_SET,),
    "rights/having/make_own_data.py": (RightsActKind.EXPORTED,),
    "rights/having/ask_own_data.py": "make_own_data.py notes what is given out",
    "rights/having/drop_own_data.py": SYSTEM,
    "rights/retain_track.py": (RightsActKind.TRACK_ERASED, RightsActKind.WORDS_ERASED),
    "rights/forgetting/erase_again.py": (
        RightsActKind.ERASED,
        RightsActKind.TRACK_ERASED,
        RightsActKind.WORDS_ERASED,
    ),
    "rights/set_keeping.py": (RightsActKind.RETENTION_SET, RightsActKind.SCHOOL_CHANGED),
    "rights/keep_longer.py": (RightsActKind.RETENTION_SET,),
    "rights/forgetting/wish_forgetting.py": (RightsActKind.FORGET_WISHED,),
    "rights/forgetting/withdraw_forgetting.py": (RightsActKind.FORGET_WITHDRAWN,),
    "rights/forgetting/confirm_forgetting.py": (RightsActKind.FORGET_CONFIRMED,),
    "rights/forgetting/decide_forgetting.py": (
        RightsActKind.FORGET_CONFIRMED,
        RightsActKind.FORGET_HELD,
    ),
    "rights/forgetting/order_erasure.py": (
        RightsActKind.FORGET_CONFIRMED,
        RightsActKind.FORGET_HELD,
    ),
    "rights/forgetting/erase_person.py": (RightsActKind.ERASED,),
    "rights/forgetting/tell_deciders.py": SYSTEM,
    "rights/contesting/contest.py": (RightsActKind.CONTESTED,),
    "rights/contesting/end_contest.py": (RightsActKind.CONTEST_SETTLED,),
    "rights/contesting/tell_contest.py": "contest.py and end_contest.py note it",
    "rights/contesting/correct_note.py": "end_contest.py notes it, where that ends a contest",
    "rights/looking/note_opened.py": "looks are noted by day, where the student sees it",
    "rights/noticing/note_guardian.py": (
        RightsActKind.GUARDIAN_NOTED,
        RightsActKind.GUARDIAN_REFUSED,
    ),
    "rights/noticing/note_told.py": SYSTEM,
    "rights/noticing/set_contact.py": (RightsActKind.SCHOOL_CHANGED,),
    "supporting/absence/note_absence.py": "who is away hears it at once, and says otherwise",
    "supporting/incidents/tell_incident.py": (RightsActKind.INCIDENT_TOLD,),
    "supporting/substitutes/log_roles.py": (RightsActKind.ROLE_BEGAN, RightsActKind.ROLE_ENDED),
    "supporting/substitutes/name_substitute.py": "log_roles.py notes it",
    "supporting/substitutes/end_substitution.py": "log_roles.py notes it",
    "supporting/substitutes/let_erased_go.py": "log_roles.py notes it",
    "supporting/substitutes/tell_substitute.py": "log_roles.py notes what is told",
    "supporting/stops/stop_placement.py": (RightsActKind.PLACEMENT_STOPPED,),
    "supporting/stops/take_up.py": (RightsActKind.TRACK_RESUMED,),
    "supporting/stops/tell_stop.py": "stop_placement.py and take_up.py note it",
    "supporting/stops/leave_over.py": "stop_placement.py noted it: the last day is over",
    "supporting/measures": "the student's own words, shared by the student alone",
    "recognising/set_prior_rule.py": (RightsActKind.SCHOOL_CHANGED,),
    "recognising": "what is said of a claim stands beside it, and the student reads it",
    "desk/keep_note.py": OWN,
    "desk/look_at_desks.py": SYSTEM,
    "agreeing/set_education.py": (RightsActKind.SCHOOL_CHANGED,),
    "agreeing/agreements": "a coach’s own work: agreements stand in the student’s file",
    "agreeing/recognitions": "it is about workplaces, and everybody around may say it",
    "agreeing/signing": "whose word it is stands beside it, until the coach confirms it",
    "agreeing/mentor_courses": "whose word it is stands beside it, and goes with the mentor",
    "inducting/name_coach.py": (
        RightsActKind.TEACHERS_COACH_MADE,
        RightsActKind.TEACHERS_COACH_ENDED,
    ),
    "administering/files/open_intake.py": (RightsActKind.SCHOOL_CHANGED,),
    "matching/name_leader.py": (
        RightsActKind.INTAKE_LEADER_MADE,
        RightsActKind.INTAKE_LEADER_ENDED,
    ),
    "matching/decide_interview.py": (RightsActKind.INTAKE_MATCHED,),
    "matching/forget_at_once.py": (RightsActKind.FORGET_WISHED,),
    "matching": "what a candidate or a company is told of an intake, and themselves say there",
    "sector/add_sector.py": "the name of a sector, and nobody's",
    "sector/name_speaker.py": (
        RightsActKind.SECTOR_PERSON_MADE,
        RightsActKind.SECTOR_PERSON_ENDED,
    ),
    "sector/modules/propose_module.py": "the sector's own words, about nobody",
    "administering/add_framework.py": (RightsActKind.SCHOOL_CHANGED,),
    "sector/modules/hand_module.py": "the sector's own file, about nobody",
    "sector/modules/take_in_module.py": (RightsActKind.SCHOOL_CHANGED,),
    "sector/add_sector_person.py": "name_speaker.py and invite_person.py note it",
    "sector/totals/tell_sector.py": (RightsActKind.TOTALS_TOLD, RightsActKind.TOTALS_STOPPED),
    "sector/totals/place_workplace.py": "a word for where a workplace is, and nobody's",
    "sector/totals/freeze_totals.py": SYSTEM,
    "inducting/ask_for_session.py": INDUCTING,
    "inducting/hold_step.py": INDUCTING,
    "inducting/leave_out.py": INDUCTING,
    "inducting/mark_starter.py": INDUCTING,
    "inducting/plan_step.py": INDUCTING,
    "visiting": "a coach’s own work: the minutes stand in the student’s file",
    "intervening": "what an actor did stands in the student’s file, where it is about one",
    "periods": PERIODS,
    "evaluating": PERIODS,
    "planning": PLANNING,
    "scoring": LEDGER,
    "undoing": LEDGER,
    "divergence": LEDGER,
    "coaching": OWN,
    "reflecting": "the student's own words, shared by the student alone",
    "reporting": OWN,
    "talking": OWN,
    "telling/replace_holidays.py": "days off, the same for everybody",
    "telling": SYSTEM,
    "plan_day.py": SYSTEM,
    "move_sample.py": SYSTEM,
}
"""What each use case that writes notes, or why it touches nobody's rights; a topic may be one row.

Rooms that are not whole in it name their files one by one.
"""


def row_of(path: Path) -> str:
    name = str(path.relative_to(USE_CASES))
    rooms = [name, *map(str, Path(name).parents)]
    return next((room for room in rooms if room in NOTED_BY), "")


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(USE_CASES)))
def test_a_use_case_that_writes_notes_what_touches_rights(path: Path):
    noted, written = NOTED_BY.get(row_of(path)), path.read_text()
    assert noted, "give it a row: does it touch somebody's rights?"
    if isinstance(noted, str):
        assert "rights_acts.note(" not in written
        return
    assert "rights_acts.note(" in written
    assert all(f"RightsActKind.{kind.name}" in written for kind in noted)


def test_no_row_is_of_a_file_that_is_gone():
    assert [name for name in NOTED_BY if not (USE_CASES / name).exists()] == []


def test_who_notes_has_a_row_of_its_own():
    noting = [
        str(path.relative_to(USE_CASES))
        for path in sorted(USE_CASES.rglob("*.py"))
        if "rights_acts.note(" in path.read_text()
    ]
    assert [name for name in noting if not isinstance(NOTED_BY.get(name), tuple)] == []
