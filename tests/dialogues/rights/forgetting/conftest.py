"""Each test has a list of erasures of its own: identities are the same in all."""

import pytest

from tests.dialogues.rights.forgetting.erased import LIST


@pytest.fixture(autouse=True)
def empty_list() -> None:
    LIST.written.clear()
