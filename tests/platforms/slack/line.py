"""A school on Slack for the tests of what is Slack's own."""

import http.client
import threading
import time
from concurrent.futures import Future
from typing import Any
from urllib.parse import urlsplit

from bot.platforms.slack.endpoint import PATH


def post(school, body, headers):
    line = http.client.HTTPConnection(urlsplit(school.fake.deliverer.url).netloc, timeout=10)
    try:
        line.request("POST", PATH, body, {"Content-Type": "application/json"} | headers)
        return line.getresponse().status
    finally:
        line.close()


def a_message(school, text="jonas 8 all v"):
    user = school.users["m1"]
    said = {"type": "message", "user": user.id, "text": text, "ts": school.fake.world.ts()}
    place = {"channel": user.person.channel, "channel_type": "im"}
    return school.fake.world.event(said | place)


def held_back(school, seconds, times=1):
    """Let the lane take its time with the next jobs."""
    submit = school.submit
    left = [times]

    def slowly(job):
        if left[0] <= 0:
            return submit(job)
        left[0] -= 1
        done: Future[Any] = Future()

        def later():
            time.sleep(seconds)
            done.set_result(submit(job).result())

        threading.Thread(target=later).start()
        return done

    school.submit = slowly


def begin(school, who="m1"):
    school.say(who, "/score")
    school.tap(who, "Jonas Peeters · 6E")
    school.tap(who, next(label for label in school.buttons(who) if " 10 " in label))
    return school.users[who]
