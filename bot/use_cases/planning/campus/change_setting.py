"""Set with a teacher how groups on campus are made: how many, how large, how many sessions."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from bot.domain.planning.settings import CampusSetting
from bot.ports import UnitOfWork
from bot.ports.acts import Act, Doer
from bot.ports.planning.campus import ClassHome


def change_setting(uow: UnitOfWork, home: ClassHome, setting: CampusSetting, doer: Doer) -> None:
    """Keep how many groups a teacher leads at a time, and how large a group and a class may be."""
    before = uow.campus.read_setting(home)
    was = asdict(before) if before else None
    _note(uow, home, doer, {"setting": was, "now": asdict(setting)})
    uow.campus.keep_setting(home, doer.person_id, setting)


def change_need(
    uow: UnitOfWork, home: ClassHome, competence_id: int, sessions: int, doer: Doer
) -> None:
    """Keep how many sessions a competence takes with this class group."""
    was = uow.campus.read_needs(home).get(competence_id)
    _note(uow, home, doer, {"competence": competence_id, "sessions": was, "now": sessions})
    uow.campus.keep_need(home, competence_id, sessions)


def put_setting_back(uow: UnitOfWork, teacher_id: int, before: Mapping[str, Any]) -> bool:
    """Put back what was set, as it was noted; False where a colleague set it otherwise since."""
    home = ClassHome(**before["home"])
    if "competence" in before:
        stands: int | None = uow.campus.read_needs(home).get(before["competence"])
        if before.get("now", stands) != stands:
            return False
        uow.campus.keep_need(home, before["competence"], before["sessions"])
        return True
    return _put_values_back(uow, home, teacher_id, before)


def _put_values_back(
    uow: UnitOfWork, home: ClassHome, teacher_id: int, before: Mapping[str, Any]
) -> bool:
    """Put back the values that changed then; what a colleague set of the others since stays."""
    stands = uow.campus.read_setting(home)
    now = asdict(stands) if stands else None
    said, was = before.get("now", now), before["setting"]
    if said == now and was is None:
        uow.campus.drop_setting(home)
        return True
    former = was or asdict(CampusSetting())
    changed = [name for name in former if said is None or said[name] != former[name]]
    if stands is None or now is None or any(now[name] != said[name] for name in changed):
        return False
    put_back = replace(stands, **{name: former[name] for name in changed})
    uow.campus.keep_setting(home, teacher_id, put_back)
    return True


def _note(uow: UnitOfWork, home: ClassHome, doer: Doer, was: Mapping[str, Any]) -> None:
    kept = {"of": home.class_group_id, "home": asdict(home), **was}
    uow.acts.record(doer.person_id, Act.CAMPUS_SETTING, doer.at, before=kept)
