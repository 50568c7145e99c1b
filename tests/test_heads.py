"""What is known of photos beside the key: read as it was noted, also after a crash."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.periods.chain import Linked
from bot.heads import Heads
from bot.refusal import Refused

ONE = Linked(1, 1, 7, "5e", "Period one")
TWO = Linked(1, 2, 8, "6f", "Twee\u00eb")


def test_what_is_noted_is_known_and_is_its_owners_alone(tmp_path: Path):
    heads = Heads(tmp_path / "kompaan.key")
    assert not heads.read().photos
    heads.add([ONE])
    heads.add([TWO])
    heads.give_up([ONE])
    assert heads.read().photos == [ONE, TWO]
    assert list(heads.read().standing.values()) == [TWO]
    assert heads.path.stat().st_mode & 0o777 == 0o600


def test_a_photo_is_given_up_at_its_place_alone_also_as_older_lists_say_it(tmp_path: Path):
    heads = Heads(tmp_path / "kompaan.key")
    copy = replace(ONE, number=2, period_id=8)
    heads.add([ONE, copy])
    heads.give_up([copy])
    assert list(heads.read().standing.values()) == [ONE]
    heads.path.write_text(heads.path.read_text() + "again 5e .\n")
    assert not heads.read().standing
    heads.add([ONE])
    assert list(heads.read().standing.values()) == [ONE]


@pytest.mark.parametrize("left", range(1, 18))
def test_a_line_that_a_crash_cut_off_was_never_noted(tmp_path: Path, left: int):
    heads = Heads(tmp_path / "kompaan.key")
    heads.add([ONE])
    whole = heads.path.read_bytes().rstrip(b"\n")
    heads.path.write_bytes(whole[:-left])
    assert not heads.read().photos
    heads.add([ONE, TWO])
    assert heads.read().photos == [ONE, TWO]


def test_another_file_is_refused(tmp_path: Path):
    heads = Heads(tmp_path / "kompaan.key")
    heads.path.write_text("Once upon a time .\n")
    with pytest.raises(Refused):
        heads.read()
