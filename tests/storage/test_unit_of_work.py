"""The unit of work: every part is made when it is asked for, and is what its type says."""

import pytest
from sqlalchemy import Engine

from bot.ports import UnitOfWork
from bot.storage.unit_of_work import Part, StoredUnitOfWork

PARTS = [name for name, part in vars(StoredUnitOfWork).items() if isinstance(part, Part)]


@pytest.mark.parametrize("name", PARTS)
def test_a_part_is_made_once_and_is_what_its_type_says(engine: Engine, name: str):
    with engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        assert name not in vars(uow)
        part = getattr(uow, name)
        assert getattr(uow, name) is part
    assert StoredUnitOfWork.__annotations__[name] == f"Part[{type(part).__name__}]"


def test_everything_that_the_port_names_is_there():
    assert set(UnitOfWork.__annotations__) == set(PARTS)
