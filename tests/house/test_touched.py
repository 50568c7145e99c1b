"""What `make check` runs: the topics that were touched, or everything where that is not sure."""

import pytest

from tools.touched import ALWAYS, expression, topics


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ([], ""),
        (["handlers/scoring/marks.py"], "house or scoring"),
        (
            ["bot/storage/coaching.py", "bot/domain/periods/period.py"],
            "coaching or house or periods",
        ),
        (["tests/dialogues/scoring/test_undo.py"], "house or test_undo"),
        (["docs/scoring.md", "bench/year.py"], "house or pages"),
        (["locales/nl/LC_MESSAGES/messages.po"], "house"),
        (["bot/platforms/telegram/speaking.py"], "house or telegram"),
        (["bot/cli/people.py"], "cli or house"),
        # What each turn passes is everybody's.
        (["handlers/scoring/marks.py", "handlers/answering.py"], ""),
        (["handlers/talking/turn.py"], ""),
        (["bot/messages/talk.py"], ""),
        (["bot/storage/tables/scoring.py", "tests/conftest.py"], ""),
        (["bot/domain/school/tracks.py"], ""),
        (["pyproject.toml"], ""),
    ],
)
def test_the_topics_of_what_changed(changed, found):
    assert expression(changed) == found


def test_every_topic_is_known():
    assert {"scoring", "reporting", "periods", "divergence", "coaching", "planning"} <= topics()
    assert ALWAYS not in topics()
