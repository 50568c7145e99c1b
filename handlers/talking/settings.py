"""Language, hours, how often to be asked, mute and absence: one message, changed in place."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

from bot.domain.folding import fold
from bot.domain.languages import LANGUAGES
from bot.domain.school.tracks import Role
from bot.domain.telling.hours import Hours
from bot.domain.telling.profiles import Profile
from bot.messages import Button, Day, Reply, Text, _, lines
from bot.ports import Preferences
from handlers.talking.turn import Replies, Turn

C = TypeVar("C", Profile, Hours)

PROFILES = {
    Profile.LIGHT: _("light: only the last reminder"),
    Profile.STANDARD: _("standard"),
    Profile.ACTIVE: _("active: every reminder and tip"),
}
HOURS = {
    Hours.DAY: _("12:00 to 13:30 and 16:30 to 20:00"),
    Hours.MORNING: _("07:00 to 09:00"),
    Hours.NOON: _("12:00 to 13:30"),
    Hours.EVENING: _("16:30 to 20:00"),
}
ABSENCES = {"1": _("away for a week"), "2": _("away for two weeks"), "0": _("I am back")}


def language(turn: Turn, words: str) -> Replies:
    """Answer `/language`, with or without the language behind it."""
    wanted = fold(words)
    for code, own_name in LANGUAGES.items():
        if wanted in (code, fold(own_name)):
            return tapped_language(turn, [code], edit=False)
    row = tuple(Button(own_name, f"lg:{code}") for code, own_name in LANGUAGES.items())
    return [Reply(_("In which language shall I talk with you?"), (row,))]


def tapped_language(turn: Turn, arguments: Sequence[str], *, edit: bool = True) -> Replies:
    """Change the language; the answer is already in it."""
    if arguments[0] in LANGUAGES:
        turn.uow.people.set_language(turn.person.id, arguments[0])
        turn.person = replace(turn.person, language=arguments[0])
    own_name = LANGUAGES[turn.person.language]
    return [Reply(_("From now on I talk {language} with you.", language=own_name), edit=edit)]


def settings(turn: Turn, _words: str) -> Replies:
    """Answer `/settings`."""
    return [_drawn(turn, turn.uow.people.read_preferences(turn.person.id), edit=False)]


def tapped_setting(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Change one setting and show them all again."""
    what, value = arguments[0], arguments[1]
    before = turn.uow.people.read_preferences(turn.person.id)
    after = _changed(turn, before, what, value)
    if after != before:
        turn.uow.people.set_preferences(turn.person.id, after)
        turn.uow.prompts.unplan(turn.person.id)
    return [_drawn(turn, after, edit=True)]


def _changed(turn: Turn, before: Preferences, what: str, value: str) -> Preferences:
    if what == "profile" and value in PROFILES:
        return replace(before, profile=Profile(value))
    if what == "hours" and value in HOURS:
        return replace(before, hours=Hours(value))
    if what == "mute":
        return replace(before, muted=value == "on")
    if what == "absent" and value in ABSENCES:
        weeks = int(value)
        until = turn.at + timedelta(weeks=weeks) if weeks else None
        return replace(before, absent_until=until)
    return before


def _drawn(turn: Turn, now: Preferences, *, edit: bool) -> Reply:
    student = any(Role.STUDENT in track.roles for track in turn.tracks)
    away = now.absent_until is not None and now.absent_until > turn.at
    text = lines(
        _("Language: {language}", language=LANGUAGES[turn.person.language]),
        _("Reminders: {profile}", profile=PROFILES[now.profile]),
        _("Hours: {hours}, on working days", hours=HOURS[now.hours]),
        _("Muted: I only answer, and never begin.") if now.muted else None,
        _("Away until {day}.", day=Day(now.absent_until)) if away and now.absent_until else None,
    )
    muting = Button(_("unmute"), "se:mute:off") if now.muted else Button(_("mute"), "se:mute:on")
    absence = ["0"] if away else ["1", "2"]
    return Reply(
        text,
        (
            *_choices("profile", PROFILES, now.profile),
            *_choices("hours", HOURS, now.hours),
            (muting, *(Button(ABSENCES[key], f"se:absent:{key}") for key in absence)),
            *([(Button(_("questions about my day"), "rq:show:0"),)] if student else []),
            tuple(Button(own, f"lg:{code}") for code, own in LANGUAGES.items()),
        ),
        edit=edit,
    )


def _choices(what: str, among: Mapping[C, Text], now: C) -> list[tuple[Button, ...]]:
    return [(Button(label, f"se:{what}:{key}"),) for key, label in among.items() if key != now]
