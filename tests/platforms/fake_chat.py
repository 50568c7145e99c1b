"""The web chat's back, in memory: what the real one is in bot.wiring."""

from concurrent.futures import Future
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.platforms.sample_page.chat import Seen
from bot.platforms.transcript import KEPT, Speaker, Utterance
from bot.platforms.web.chat import Pane
from bot.ports import JobOutcome, Shown
from bot.ports.worlds import SampleClock

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)

BOARD = {
    "title": "Jonas · Electrician",
    "columns": ["student", "mentor", "teacher"],
    "rows": [
        {
            "number": 10,
            "title": "Lays conduits",
            "cells": [{"colour": "red", "covered": 2, "indicators": 13}] * 3,
        }
    ],
    "alt": "Jonas: red",
}


def pane(number, school_id, *roles, language="en"):
    about = f"{' and '.join(roles)} of Jonas"
    return Pane(number, 1, school_id, f"{school_id.title()} Peeters", roles, language, about)


class FakeChat:
    """Echoes what is said, once per key; `failing` makes everything raise."""

    allowed_hosts = ("kompaan.example", "Other.Example.")

    is_public = False
    figures_token = ""

    def __init__(self):
        self.people = [
            pane(1, "jonas", "student"),
            pane(2, "karim", "mentor"),
            pane(3, "els", "teacher", "coach", language="nl"),
            pane(4, "amina", "student"),
            pane(5, "lien", "coach"),
        ]
        self.at = NOON
        self.shown = {}
        self.said = []
        self.answered = {}
        self.waiting = None
        self.outcome = None
        self.failing = None
        self.is_ready = True
        self.has_sample = True
        self.moved = []
        self.listeners = []
        self.files = {}
        self.brought = []
        self.awaits = False
        self.asked = []
        self.spoken = "en"

    def listen(self, listener):
        self.listeners.append(listener)

    def seen(self, person_id):
        names = {pane.person_id: pane.school_id for pane in self.people}
        return Seen(self.spoken, names[person_id])

    def panes(self, language):
        self._fail()
        self.asked.append(language)
        return self.people

    def submit(self, speaker: Speaker, said: Utterance) -> "Future[JobOutcome]":
        self.said.append((speaker, said))
        future: Future[JobOutcome] = self.waiting or Future()
        if self.waiting is None:
            future.set_result(self.outcome or JobOutcome(self.answer(speaker, said)))
        return future

    def answer(self, speaker, said):
        if said.key not in self.answered:
            mine = self.shown.setdefault(speaker.person_id, [])
            line = [self._shown(mine, said.text, mine=True, key=said.key)] if said.text else []
            mine += line
            text = f"heard: {said.text or said.tap}"
            known = next((message for message in mine if message.id == said.on), None)
            if known:
                mine[mine.index(known)] = answer = replace(known, text=text, edited=True)
            else:
                mine.append(answer := self._shown(mine, text))
            self.answered[said.key] = [*line, answer]
        return self.answered[said.key]

    def _shown(self, before, text, **more):
        self.at += timedelta(seconds=1)
        message = Shown(0, "answer", text, False, [], None, None, None, False, self.at)
        return replace(message, id=100 + len(before), **more)

    def take_blanked(self, _key):
        return []

    def transcript(self, person_id, before=None):
        self._fail()
        shown = self.shown.get(person_id, [])
        return [message for message in shown if before is None or message.id < before][-KEPT:]

    def deliver(self, _language):
        self._fail()
        brought, self.brought = self.brought, []
        return brought

    def board(self, person_id):
        self._fail()
        return BOARD if person_id != 5 else None

    def attached(self, person_id, message_id):
        self._fail()

    def file(self, person_id, message_id, file_id, scheme, still):
        self._fail()
        return self.files.get((person_id, message_id, file_id, scheme.value))

    def now(self, _language):
        return self.at

    def clock(self, _language):
        self._fail()
        if not self.has_sample:
            return None
        return SampleClock(self.at, "Europe/Brussels", self.at + timedelta(hours=2), None)

    def awaits_words(self, person_id):
        self._fail()
        return self.awaits

    def move(self, language, by, passes):
        self._fail()
        self.moved.append(by)
        self.at += timedelta(hours=1)
        reminder = self._shown([], "19 indicators still wait", kind="reminder")
        self.spoken = language
        passes(self.at, [(2, reminder)])
        passes(self.at, [(3, replace(reminder, id=101))])

    def ready(self):
        self._fail()
        return self.is_ready

    def figures(self, problems):
        self._fail()
        return b"".join(f"problem_of_{name} {problems[name]}\n".encode() for name in problems)

    def _fail(self):
        if self.failing:
            raise self.failing
