"""By which topics what is kept of somebody is told."""

from collections.abc import Mapping
from enum import StrEnum

from bot.messages import Text, _


class OwnTopic(StrEnum):
    """One part of what is kept of somebody."""

    PERSON = "person"
    SCHOOL = "school"
    SCORES = "scores"
    NOTES = "notes"
    REFLECTING = "reflecting"
    DIVERGENCE = "divergence"
    EVALUATING = "evaluating"
    PLANNING = "planning"
    LESSONS = "lessons"
    TALKING = "talking"
    REACHING = "reaching"
    SUPPORTING = "supporting"
    LOOKING = "looking"
    RIGHTS = "rights"
    OTHER = "other"


TOPIC_WORD: Mapping[OwnTopic, Text] = {
    OwnTopic.PERSON: _("Who you are, and what you set"),
    OwnTopic.SCHOOL: _("Where you learn or guide, and with whom"),
    OwnTopic.SCORES: _("Scores and colours"),
    OwnTopic.NOTES: _("Notes"),
    OwnTopic.REFLECTING: _("Questions and answers"),
    OwnTopic.DIVERGENCE: _("Where views differed, and what was done"),
    OwnTopic.EVALUATING: _("Evaluations, photos and decisions"),
    OwnTopic.PLANNING: _("What is learned where"),
    OwnTopic.LESSONS: _("Lessons"),
    OwnTopic.TALKING: _("Your conversation"),
    OwnTopic.REACHING: _("How you are reached"),
    OwnTopic.SUPPORTING: _("What helps, and what went otherwise"),
    OwnTopic.LOOKING: _("Who opened what, by day"),
    OwnTopic.RIGHTS: _("What you asked for, and who was told"),
    OwnTopic.OTHER: _("What else is kept"),
}
