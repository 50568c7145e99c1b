"""What our own platforms keep of an answer."""

from datetime import UTC, datetime

import pytest

from bot.i18n import Voice
from bot.messages import Reply
from bot.platforms.transcript import rendered
from tests.pictures.samples import EVERY

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.mark.parametrize("name", EVERY)
def test_a_report_is_kept_as_data_and_every_picture_by_what_it_shows(name):
    shown = rendered(Reply("Here", files=(EVERY[name],)), Voice("en", "UTC"), AT)
    assert (shown.picture is not None) == name.startswith("report")
    assert shown.alt is not None
    assert shown.alt.splitlines()[1] == EVERY[name].title
    (file,) = shown.files
    assert file["alt"] == shown.alt
    if shown.picture:
        assert shown.picture["rows"][0]["cells"][0] == {
            "colour": "grey",
            "covered": 0,
            "indicators": 6,
        }


def test_a_file_has_an_id_of_its_content_in_its_language():
    ids = {
        rendered(Reply("Here", files=(EVERY[name],)), Voice(language, "UTC"), AT).files[0]["id"]
        for name in ("report", "report", "route")
        for language in ("en", "nl")
    }
    assert len(ids) == 4
