"""The words for what was done that touches somebody's rights: a line of the log, in a sentence."""

from collections.abc import Callable, Mapping

from bot.domain.administering.rights_acts import RightsAct, RightsActKind
from bot.domain.administering.seats import SEAT_ROLES
from bot.domain.school.tracks import Role
from bot.messages import Sayable, Text, _, _n, colon, words

ACT_WORD: Mapping[RightsActKind, Text] = {
    RightsActKind.EXPORTED: _("{who} gave out what is kept about {whom}"),
    RightsActKind.FORGET_WISHED: _("{who} wished that {whom} be forgotten"),
    RightsActKind.FORGET_CONFIRMED: _("{who} confirmed that {whom} be forgotten"),
    RightsActKind.FORGET_WITHDRAWN: _("{who} took back that {whom} be forgotten"),
    RightsActKind.FORGET_HELD: _("{who} said why forgetting {whom} has to wait"),
    RightsActKind.ERASED: _("{whom} was forgotten, by {who}"),
    RightsActKind.TRACK_ERASED: _(
        "what was said of {whom} on a track that has ended was erased after its months, by {who}"
    ),
    RightsActKind.WORDS_ERASED: _(
        "the words of photos and decisions about {whom} were erased after their months, by {who}"
    ),
    RightsActKind.RETENTION_SET: _("{who} changed how long things are kept"),
    RightsActKind.CONTESTED: _("{who} contested what was said about {whom}"),
    RightsActKind.CONTEST_SETTLED: _("{who} answered what {whom} contested"),
    RightsActKind.GUARDIAN_NOTED: _("{who} noted the yes of the guardian of {whom}"),
    RightsActKind.GUARDIAN_REFUSED: _("{who} noted the no of the guardian of {whom}"),
    RightsActKind.NAMING_SET: _("{who} changed how people are named in chats"),
    RightsActKind.ADMINISTRATOR_MADE: _("{who} made {whom} an administrator"),
    RightsActKind.ADMINISTRATOR_ENDED: _("{who} ended that {whom} is an administrator"),
    RightsActKind.INTAKE_LEADER_MADE: _("{who} named {whom} to lead an intake"),
    RightsActKind.INTAKE_LEADER_ENDED: _("{who} let {whom} lead an intake no more"),
    RightsActKind.INTAKE_MATCHED: _("{who} let {whom} begin as a student, after an intake"),
    RightsActKind.TEACHERS_COACH_MADE: _("{who} named {whom} as coach of the teachers"),
    RightsActKind.TEACHERS_COACH_ENDED: _("{who} ended that {whom} is coach of the teachers"),
    RightsActKind.SECTOR_PERSON_MADE: _("{who} let {whom} speak for a sector"),
    RightsActKind.SECTOR_PERSON_ENDED: _("{who} ended that {whom} speaks for a sector"),
    RightsActKind.TOTALS_TOLD: _("{who} lets a sector have totals of a programme"),
    RightsActKind.TOTALS_STOPPED: _("{who} ended that a sector has totals of a programme"),
    RightsActKind.QUESTIONNAIRE_TAKEN_IN: _("{who} read a questionnaire in"),
    RightsActKind.QUESTIONNAIRE_CLOSED: _("{who} closed a questionnaire"),
    RightsActKind.INVITED: _("{who} invited {whom}"),
    RightsActKind.DEVICES_ENDED: _("{who} closed the devices and links of {whom}"),
    RightsActKind.FRAMEWORK_IMPORTED: _("{who} read a framework in"),
    RightsActKind.PLACEMENT_STOPPED: _("{who} stopped a placement of {whom}"),
    RightsActKind.TRACK_ENDED: _("{who} ended a placement of {whom}"),
    RightsActKind.TRACK_RESUMED: _("{who} took a placement of {whom} up again"),
    RightsActKind.INCIDENT_TOLD: _("{who} told of an incident of {whom}"),
    RightsActKind.SCHOOL_CHANGED: _("{who} changed a setting of the school"),
    RightsActKind.LOG_ACCEPTED: _("{who} accepted this log as it stands"),
}
"""What was done, by its kind; those that count are said by COUNTED."""


OWN_WORD: Mapping[RightsActKind, Text] = {
    RightsActKind.EXPORTED: _("{who} took along their own data"),
    RightsActKind.FORGET_WISHED: _("{who} asked to be forgotten"),
    RightsActKind.FORGET_CONFIRMED: _("{who} confirmed the wish to be forgotten"),
    RightsActKind.FORGET_WITHDRAWN: _("{who} took back the wish to be forgotten"),
    RightsActKind.CONTESTED: _("{who} contested what is said in their own record"),
    RightsActKind.CONTEST_SETTLED: _("{who} took back what they contested"),
    RightsActKind.INCIDENT_TOLD: _("{who} told of an incident of their own"),
}
"""The same, where somebody did it about themselves: their name stands once."""

SEAT_WORD: Mapping[RightsActKind, Text] = {
    RightsActKind.ROLE_BEGAN: _("{whom} became {role} of {student}, by {who}"),
    RightsActKind.ROLE_ENDED: _("{whom} is no longer {role} of {student}, by {who}"),
}
"""Who gained or lost a role around which student."""

ROLE_NAMED: Mapping[Role, Text] = {
    Role.MENTOR: _("mentor"),
    Role.TEACHER: _("teacher"),
    Role.COACH: _("coach"),
}


def _of_roster(act: RightsAct, **named: Sayable) -> Text:
    return _n(
        "{who} read a roster in: {count} new person, {began} roles began, {ended} ended",
        "{who} read a roster in: {count} new people, {began} roles began, {ended} ended",
        act.ids.get("people", 0),
        began=act.ids.get("began", 0),
        ended=act.ids.get("ended", 0),
        **named,
    )


COUNTED: Mapping[RightsActKind, Callable[..., Text]] = {RightsActKind.ROSTER_IMPORTED: _of_roster}

PROGRAM = _("the program")
"""Who did it, where nobody did: the clock."""
TYPED = _("somebody on the command line")
"""Who did it, where no person did it in a chat; the log does not know who that was."""
BY_THE_CLOCK = frozenset(
    {
        RightsActKind.ERASED,
        RightsActKind.TRACK_ERASED,
        RightsActKind.WORDS_ERASED,
        RightsActKind.FORGET_CONFIRMED,
        RightsActKind.TRACK_ENDED,
    }
)
"""What the clock does, too."""
SOMEBODY = _("somebody")

Naming = Callable[[int | None], Sayable | None]
"""Finds somebody's name by their identity; None of nobody."""


def say_act(act: RightsAct, name: Naming) -> Sayable:
    """Say a line of the log in a sentence, with the people in it as `name` calls them."""
    nobody = PROGRAM if act.kind in BY_THE_CLOCK else TYPED
    named = {"who": name(act.by_id) or nobody, "whom": name(act.about_id) or SOMEBODY}
    if not isinstance(act.kind, RightsActKind):
        return words(colon(name(act.by_id) or PROGRAM), act.kind)
    if act.kind in COUNTED:
        return COUNTED[act.kind](act, **named)
    if act.kind in SEAT_WORD:
        student = name(act.ids.get("student")) or SOMEBODY
        place = act.ids.get("role", -1)
        role = ROLE_NAMED[SEAT_ROLES[place]] if 0 <= place < len(SEAT_ROLES) else SOMEBODY
        return Text(SEAT_WORD[act.kind].key, {**named, "student": student, "role": role})
    own = act.by_id is not None and act.by_id == act.about_id
    word = OWN_WORD.get(act.kind) if own else None
    return Text((word or ACT_WORD[act.kind]).key, named)
