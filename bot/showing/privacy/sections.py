"""The sections by which it is told what is kept, and what each says to everybody alike."""

from collections.abc import Mapping
from enum import StrEnum

from bot.messages import Text, _


class PrivacySection(StrEnum):
    """One section of what is told of what is kept."""

    KEPT = "kept"
    SEEN = "seen"
    LONG = "long"
    PLACES = "places"
    RIGHTS = "rights"


SECTION_TITLE: Mapping[PrivacySection, Text] = {
    PrivacySection.KEPT: _("What is kept"),
    PrivacySection.SEEN: _("Who sees it"),
    PrivacySection.LONG: _("How long"),
    PrivacySection.PLACES: _("Where it goes"),
    PrivacySection.RIGHTS: _("What you can ask"),
}

OF_EVERYBODY = (
    _(
        "Your name, your number at school, your language, the e-mail address that the school "
        "or you gave, and how you are reached."
    ),
    _("Who is around whom: class group, training, workplace, mentor, teachers and coach."),
)
OF_STUDENTS = (
    _(
        "What you, your mentors and your teachers score and note about your learning, and "
        "the colours that come of it; a photo of them at the end of each period."
    ),
    _(
        "Your answers to questions, with your goals and the feedback on them; what is "
        "evaluated, the result at the workplace, and what the class council decides."
    ),
    _(
        "What helps you at work, where you wrote that; that a placement stopped; incidents at work "
        "that were reported about you, with the words and the name of who reported them."
    ),
)
OF_SCORERS = _("What you score and note, and what you propose and agree for a workplace.")
OF_COACHES = _("What you write about a difference, and what you note of a class council.")
NOT_KEPT = _(
    "A photo or a voice note only where you put it into an answer. No date of birth, and "
    "not where you are."
)
OPERATOR_SEES = _(
    "Who runs Kompaan for the school can read its database. What they open from the "
    "command line is noted."
)
LOOKS_SHOW = _("/looks shows who opened what, day by day.")
LOOKS_ARE_SEEN = _(
    "Students can see on which day you opened their colours, scores, notes or answers."
)
NOT_SOLD = _(
    "It is sold to nobody, no advertising uses it, and Kompaan shows it to no language model."
)
SAID_BEFORE = _(
    "A month before, it is said to those around. Backups are the school's; what was erased "
    "is erased in them, too, when they are put back."
)
WHERE_IT_GOES = (
    _("It is kept on the computer on which the school lets Kompaan run."),
    _(
        "Telegram and Slack keep what is written there by their own rules, on computers that "
        "are not the school's. On the school's own page nothing of it goes there."
    ),
    _("An e-mail or a ping on your phone says only that something waits for you."),
)
COMPLAINT = _(
    "The school answers within a month. You may also complain to the data protection "
    "authority of your country."
)
