"""The words for what was done that touches somebody's rights: a line of the log, in a sentence."""

from collections.abc import Callable, Mapping

from bot.domain.administering.rights_acts import RightsAct, RightsActKind
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
    RightsActKind.CONTEST_SETTLED: _("{who} settled what {whom} contested"),
    RightsActKind.GUARDIAN_NOTED: _("{who} noted the yes of the guardian of {whom}"),
    RightsActKind.GUARDIAN_REFUSED: _("{who} noted the no of the guardian of {whom}"),
    RightsActKind.NAMING_SET: _("{who} changed how people are named in chats"),
    RightsActKind.ADMINISTRATOR_MADE: _("{who} made {whom} an administrator"),
    RightsActKind.ADMINISTRATOR_ENDED: _("{who} ended that {whom} is an administrator"),
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
"""Who did it, where no person did it in a chat: the command line, or the clock."""
SOMEBODY = _("somebody")


def say_act(act: RightsAct, who: Sayable | None, whom: Sayable | None) -> Sayable:
    """Say a line of the log in a sentence; `who` and `whom` are the people by their names."""
    named = {"who": who or PROGRAM, "whom": whom or SOMEBODY}
    if not isinstance(act.kind, RightsActKind):
        return words(colon(named["who"]), act.kind)
    if act.kind in COUNTED:
        return COUNTED[act.kind](act, **named)
    return Text(ACT_WORD[act.kind].key, named)
