"""What is no file that can be read is refused before it is."""

import os

import pytest

from bot.exchange.reading import files
from bot.exchange.reading.files import read_text
from bot.refusal import Refused
from tests.exchange.english import english


def refusal(path):
    with pytest.raises(Refused) as caught:
        read_text(path)
    return english(caught.value.text)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_a_pipe_is_no_plain_file(tmp_path):
    os.mkfifo(tmp_path / "roster.csv")
    assert refusal(tmp_path / "roster.csv").endswith("is no plain file.")


def test_a_file_that_is_too_large_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "LARGEST", 1 << 20)
    (tmp_path / "roster.csv").write_bytes(b"a" * ((1 << 20) + 1))
    assert refusal(tmp_path / "roster.csv") == "roster.csv is too large: 1 MB at most."
