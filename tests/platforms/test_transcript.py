"""What our own platforms keep of an answer."""

from datetime import UTC, datetime

import pytest

from bot.i18n import Voice
from bot.messages import Reply
from bot.platforms.transcript import rendered
from tests.pictures.samples import EVERY

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.mark.parametrize("name", EVERY)
def test_a_report_is_kept_as_data_and_of_every_picture_the_words(name):
    shown = rendered(Reply("Here", picture=EVERY[name]), Voice("en", "UTC"), AT)
    assert (shown.picture is not None) == name.startswith("report")
    assert shown.alt is not None
    assert shown.alt.startswith(f"{EVERY[name].title}\n")
    if shown.picture:
        assert shown.picture["rows"][0]["cells"][0] == {
            "colour": "grey",
            "covered": 0,
            "indicators": 6,
        }
