"""Language, hours, how often to be asked, mute and absence: one message, changed in place."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Annotated

from bot.domain.days import opening
from bot.domain.folding import fold
from bot.domain.languages import IN_SENTENCE, LANGUAGES
from bot.domain.school.naming import code_of
from bot.domain.school.tracks import Role
from bot.domain.telling.holidays import SchoolHoliday
from bot.domain.telling.hours import Hours
from bot.domain.telling.profiles import Profile
from bot.messages import Button, Day, Reply, Sayable, Text, _, lines, listed, words
from bot.ports import Preferences
from bot.use_cases.supporting.substitutes.end_substitution import list_stood_in
from bot.use_cases.talking.change_preferences import Setting, change_preferences
from bot.use_cases.talking.choose_language import choose_language
from handlers.talking.phrases import short
from handlers.talking.places.shown import offers_places, say_place, show_button
from handlers.talking.rights.held import say_own_held
from handlers.talking.routing.doors import ChangeWeek, EndSubstitution, ShowDevices
from handlers.talking.routing.offering import Offered, offer
from handlers.talking.routing.tap import Shape, Tap, button
from handlers.talking.turn import Replies, Turn

PROFILES: dict[str, Text] = {
    Profile.LIGHT: _("light: only the last reminder"),
    Profile.STANDARD: _("standard"),
    Profile.ACTIVE: _("active: every reminder and tip"),
}
HOURS: dict[str, Text] = {
    Hours.DAY: _("12:00 to 13:30 and 16:30 to 20:00"),
    Hours.MORNING: _("07:00 to 09:00"),
    Hours.NOON: _("12:00 to 13:30"),
    Hours.EVENING: _("16:30 to 20:00"),
}
ASKING: dict[str, Text] = {
    "card": _("a whole competence on one card"),
    "steps": _("one indicator after the other"),
}
ABSENCES = {"1": _("away for a week"), "2": _("away for two weeks"), "0": _("I am back")}


_BACK = {
    "i am back", "i m back", "im back", "back again", "ik ben terug", "ben terug",
    "ik ben er weer", "ik ben er terug", "ik ben weer terug", "ben er weer",
    "je suis de retour", "je suis revenu", "je suis revenue",
    "ich bin zuruck", "ich bin wieder da", "bin wieder da",
}  # fmt: skip

WAITS = _("What I asked before still waits for your answer.")
HERE_AGAIN = _("You are back: I ask you again as before.")
HERE_MUTED = _("You are back.")
HOLIDAYS = 3
"""School holidays named in the settings."""


class ChooseLanguage(Tap, code="lg"):
    """Talk in this language from now on."""

    language: Annotated[str, Shape("[a-z]{2}")]


class ChangeSetting(Tap, code="se"):
    """Change one setting of how somebody is asked."""

    setting: Setting
    value: Annotated[str, Shape("[a-z0-9]+")]


def answer_language(turn: Turn, words: str) -> Replies:
    """Answer `/language`, with or without the language behind it."""
    wanted = fold(words)
    for code, own_name in LANGUAGES.items():
        if wanted in (code, fold(own_name)):
            return [_speak(turn, code, edit=False)]
    asked = Reply(_("In which language shall I talk with you?"), _offer_languages())
    if not _waits(turn):
        return [offer(turn, asked)]
    turn.stays_asked = True
    return [Reply(lines(asked.text, WAITS), asked.buttons)]


def tapped_language(turn: Turn, tap: ChooseLanguage) -> Replies:
    """Change the language; the answer is already in it."""
    return [_speak(turn, tap.language, edit=True)]


def _speak(turn: Turn, code: str, *, edit: bool) -> Reply:
    turn.person = choose_language(turn.uow, turn.person, code, turn.at)
    own_name = IN_SENTENCE[turn.person.language]
    waits = turn.stays_asked = _waits(turn)
    said = _("From now on I talk {language} with you.", language=own_name)
    return Reply(lines(said, WAITS if waits else None), edit=edit)


def _waits(turn: Turn) -> bool:
    """Say whether something else than a language is asked, and is still waited for."""
    question = turn.question
    if question is None or not turn.awaits_words:
        return False
    rows = question.rows if isinstance(question, Offered) else ()
    codes = [code for row in rows for _label, code in row]
    return not any(code.startswith(f"{ChooseLanguage.code}:") for code in codes)


def show_settings(turn: Turn, _words: str) -> Replies:
    """Answer `/settings`."""
    return [_draw(turn, turn.uow.people.read_preferences(turn.person.id), edit=False)]


def tapped_setting(turn: Turn, tap: ChangeSetting) -> Replies:
    """Change one setting and show them all again; no absence before a guardian's yes."""
    begins = tap.setting is Setting.ABSENT and tap.value != "0"
    if begins and (held := say_own_held(turn)) is not None:
        return [Reply(held)]
    after = change_preferences(turn.uow, turn.person.id, tap.setting, tap.value, turn.at)
    if (tap.setting, tap.value) == (Setting.ABSENT, "0"):
        return _back(turn, after, edit=True)
    return [_draw(turn, after, edit=True)]


def _draw(turn: Turn, now: Preferences, *, edit: bool) -> Reply:
    student = any(Role.STUDENT in track.roles for track in turn.tracks)
    asking = ("steps" if now.one_by_one else "card") if turn.scored_tracks else None
    choosing, code = offers_places(turn), code_of(turn.person.name)
    away = now.absent_until is not None and now.absent_until > turn.at
    text = lines(
        _("Language: {language}", language=LANGUAGES[turn.person.language]),
        _("Reminders: {profile}", profile=PROFILES[now.profile]),
        _("Hours: {hours}, on working days", hours=HOURS[now.hours]),
        _say_holidays(turn),
        say_place(turn) if choosing else None,
        _("Scoring: {way}", way=ASKING[asking]) if asking else None,
        _("Code word: {word} (/codewords)", word=code) if code else None,
        _("Muted: I only answer, and never begin.") if now.muted else None,
        _("Away up to and including {day}.", day=_last_day(now.absent_until))
        if away and now.absent_until
        else None,
    )
    label, value = (_("unmute"), "off") if now.muted else (_("mute"), "on")
    muting = change_button(label, Setting.MUTE, value)
    absences = ["0"] if away else ["1", "2"]
    return Reply(
        text,
        (
            *_offer(Setting.PROFILE, PROFILES, now.profile),
            *_offer(Setting.HOURS, HOURS, now.hours),
            *(_offer(Setting.ASKING, ASKING, asking) if asking else []),
            (muting,),
            tuple(change_button(ABSENCES[weeks], Setting.ABSENT, weeks) for weeks in absences),
            *([(show_button(),)] if choosing else []),
            *([(button(_("questions about my day"), ChangeWeek("show", "0")),)] if student else []),
            *([(button(_("my devices"), ShowDevices()),)] if turn.uow.page_address else []),
            *_offer_languages(),
        ),
        edit=edit,
    )


def _last_day(until: datetime) -> Day:
    """Name the last day that somebody is away all of it.

    Absences end a second before midnight, or at the hour at which they were set: an hour less than
    a day earlier is the last whole day, also where the clocks change.
    """
    return Day(until + timedelta(seconds=1) - timedelta(hours=23))


def type_back(turn: Turn, text: str) -> Replies | None:
    """Do what the button 'I am back' does, for whoever types that; None for what says else."""
    said = " ".join(re.findall(r"[^\W_]+", fold(text)))
    if said not in _BACK:
        return None
    after = change_preferences(turn.uow, turn.person.id, Setting.ABSENT, "0", turn.at)
    return _back(turn, after, edit=False)


def _back(turn: Turn, after: Preferences, *, edit: bool) -> Replies:
    """Say that somebody is back, before how they are asked; who stands in for them may stop."""
    drawn = _draw(turn, after, edit=edit)
    stands_in = list_stood_in(turn.uow, turn.person.id)
    said = (_("{name} still stands in for you.", name=own.first.person) for own in stands_in)
    offered = tuple(
        (button(_("{name} stands in no more", name=short(own.first.person)),
                EndSubstitution(own.first.id)),)
        for own in stands_in
    )  # fmt: skip
    text = lines(HERE_MUTED if after.muted else HERE_AGAIN, *said, drawn.text)
    return [replace(drawn, text=text, buttons=(*offered, *drawn.buttons))]


def _say_holidays(turn: Turn) -> Sayable | None:
    """Name the school holidays that come next, or are now; nothing where none are known."""
    coming = [
        holiday
        for holiday in turn.uow.holidays.list_of(turn.person.organisation_id)
        if holiday.last >= turn.today
    ]
    if not coming:
        return None
    return _(
        "Not in the school holidays either: {holidays}.",
        holidays=listed(_say_days(turn, holiday) for holiday in coming[:HOLIDAYS]),
    )


def _say_days(turn: Turn, holiday: SchoolHoliday) -> Sayable:
    zone = turn.person.time_zone
    first, last = (Day(opening(day, zone)) for day in (holiday.first, holiday.last))
    return words(holiday.name, words(first, last if holiday.days > 1 else None, by=" – "))


def _offer(setting: Setting, among: Mapping[str, Text], now: str) -> list[tuple[Button, ...]]:
    return [
        (change_button(label, setting, value),) for value, label in among.items() if value != now
    ]


def is_away(turn: Turn) -> bool:
    """Say whether this person is away now, as they or others noted."""
    until = turn.uow.people.read_preferences(turn.person.id).absent_until
    return until is not None and until > turn.at


def back_button() -> Button:
    """Offer to be back."""
    return change_button(ABSENCES["0"], Setting.ABSENT, "0")


def change_button(label: Text, setting: Setting, value: str) -> Button:
    """Offer to change one setting."""
    return button(label, ChangeSetting(setting, value))


def _offer_languages() -> tuple[tuple[Button, ...], ...]:
    """Offer every language by its own name, two in a row: four are cut off on a phone."""
    offered = [button(own_name, ChooseLanguage(code)) for code, own_name in LANGUAGES.items()]
    return tuple(tuple(offered[at : at + 2]) for at in range(0, len(offered), 2))
