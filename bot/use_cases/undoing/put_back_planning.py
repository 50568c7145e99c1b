"""Put back what was said of workplaces and training plans."""

from datetime import datetime

from bot.ports import Entry, UnitOfWork
from bot.use_cases.planning.activities.change_activities import NotYours, put_back_activities
from bot.use_cases.planning.training_plans.agree_training_plan import withdraw_agreement
from bot.use_cases.planning.training_plans.propose_training_plan import (
    NotAround,
    drop_training_plan,
)


def put_activities_back(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    """Put back what was said of a workplace."""
    person = uow.people.find(entry.author_id)
    if person is None:
        return False
    try:
        return put_back_activities(uow, person, entry.before, at)
    except NotYours:
        return False


def put_plan_back(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    """Drop a version of a training plan."""
    try:
        track, plan = entry.before["track"], entry.before["plan"]
        return drop_training_plan(uow, entry.author_id, track, plan, at)
    except NotAround:
        return False


def put_agreement_back(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    """Withdraw that somebody agreed to a training plan."""
    was = entry.before
    try:
        return withdraw_agreement(uow, entry.author_id, was["track"], was["of"], was["parties"])
    except NotAround:
        return False
