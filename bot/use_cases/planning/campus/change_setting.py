"""Set with a teacher how groups on campus are made: how many, how large, how many sessions."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from bot.domain.planning.settings import CampusSetting
from bot.ports import UnitOfWork
from bot.ports.acts import Act, Doer
from bot.ports.planning.campus import ClassHome


def change_setting(uow: UnitOfWork, home: ClassHome, setting: CampusSetting, doer: Doer) -> None:
    """Keep how many groups a teacher leads at a time, and how large a group and a class may be."""
    before = uow.campus.read_setting(home)
    was = asdict(before) if before else None
    _note(uow, home, doer, {"setting": was})
    uow.campus.keep_setting(home, doer.person_id, setting)


def change_need(
    uow: UnitOfWork, home: ClassHome, competence_id: int, sessions: int, doer: Doer
) -> None:
    """Keep how many sessions a competence takes with this class group."""
    was = uow.campus.read_needs(home).get(competence_id)
    _note(uow, home, doer, {"competence": competence_id, "sessions": was})
    uow.campus.keep_need(home, competence_id, sessions)


def put_setting_back(uow: UnitOfWork, teacher_id: int, before: Mapping[str, Any]) -> None:
    """Put back what was set, as it was noted."""
    home = ClassHome(**before["home"])
    if "competence" in before:
        uow.campus.keep_need(home, before["competence"], before["sessions"])
    elif before["setting"] is None:
        uow.campus.drop_setting(home)
    else:
        uow.campus.keep_setting(home, teacher_id, CampusSetting(**before["setting"]))


def _note(uow: UnitOfWork, home: ClassHome, doer: Doer, was: Mapping[str, Any]) -> None:
    kept = {"of": home.class_group_id, "home": asdict(home), **was}
    uow.acts.record(doer.person_id, Act.CAMPUS_SETTING, doer.at, before=kept)
