"""The key for push messages is made once, and is its owner's alone."""

import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.platforms.push.key import PushKey
from bot.refusal import Refused


def test_whoever_makes_it_at_once_has_the_same_and_nobody_else_reads_it(tmp_path):
    file = tmp_path / "push.key"
    with ThreadPoolExecutor(8) as threads:
        made = set(threads.map(lambda _number: PushKey(file).public, range(16)))
    assert made == {PushKey(file).public}
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["push.key"]


@pytest.mark.parametrize("held", ["", "what", "00" * 32, "ff" * 32, "11" * 31])
def test_what_is_no_key_is_refused_and_kept(tmp_path, held):
    file = tmp_path / "push.key"
    file.write_text(held)
    with pytest.raises(Refused):
        PushKey(file).public  # noqa: B018 -- it is read now
    assert file.read_text() == held


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(Refused):
        PushKey(tmp_path / "not" / "there").public  # noqa: B018 -- as above
