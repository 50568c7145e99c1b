"""All that is kept, section by section, as it holds for who asks."""

from collections.abc import Callable, Mapping

from bot.domain.rights.noticing import PrivacyNotice
from bot.domain.school.tracks import PERSPECTIVES, Role
from bot.messages import Button, Reply, Sayable, Text, _, lines
from bot.use_cases.rights.noticing.note_told import note_told
from bot.use_cases.rights.noticing.see_notice import see_notice
from handlers.rights.noticing.taps import PrivacySection, ShowPrivacy
from handlers.talking.help import list_commands
from handlers.talking.ordinary.explaining import SEEN_BY
from handlers.talking.rights.notice import say_how_long, say_notice, say_whom
from handlers.talking.routing.route import EVERYBODY
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

TITLE: Mapping[PrivacySection, Text] = {
    PrivacySection.KEPT: _("What is kept"),
    PrivacySection.SEEN: _("Who sees it"),
    PrivacySection.LONG: _("How long"),
    PrivacySection.PLACES: _("Where it goes"),
    PrivacySection.RIGHTS: _("What you can ask"),
}

COMMANDS = ("mydata", "forget", "contest", "looks")
"""By what people ask for what is theirs."""

Lines = list[Sayable]


def show_privacy(turn: Turn, _words: str) -> Replies:
    """Answer `/privacy`: the notice in short, and buttons to each section of the whole."""
    note_told(turn.uow, turn.person, turn.at)
    return [_short(turn, edit=False)]


def tapped_privacy(turn: Turn, tap: ShowPrivacy) -> Replies:
    """Show a section in the place of the one before."""
    if tap.section is None:
        return [_short(turn, edit=True)]
    notice = see_notice(turn.uow, turn.person, turn.tracks)
    roles = frozenset(role for track in turn.tracks for role in track.roles)
    said = _SAYS[tap.section](turn, roles, notice)
    return [Reply(lines(TITLE[tap.section], *said), _buttons(tap.section), edit=True)]


def _short(turn: Turn, *, edit: bool) -> Reply:
    administers = turn.uow.administrators.is_one(turn.person.id)
    said = say_notice(turn, administers=administers)
    return Reply(lines(*said), _buttons(None), edit=edit)


def _buttons(shown: PrivacySection | None) -> tuple[tuple[Button, ...], ...]:
    others = [
        button(TITLE[section], ShowPrivacy(section))
        for section in PrivacySection
        if section is not shown
    ]
    short = [button(_("in short"), ShowPrivacy())] if shown else []
    every = [*others, *short]
    return tuple(tuple(every[at : at + 2]) for at in range(0, len(every), 2))


def _kept(_turn: Turn, roles: frozenset[Role], _notice: PrivacyNotice) -> Lines:
    said: Lines = [
        _(
            "Your name, your number at school, your language, the e-mail address that the school "
            "or you gave, and how I may reach you."
        ),
        _("Who is around whom: class group, training, workplace, mentor, teachers and coach."),
    ]
    if Role.STUDENT in roles:
        said.append(
            _(
                "What you, your mentors and your teachers score and note about your learning, and "
                "the colours that come of it; a photo of them at the end of each period."
            )
        )
        said.append(
            _(
                "Your answers to questions, with your goals and the feedback on them; what is "
                "evaluated, the result at the workplace, and what the class council decides."
            )
        )
    elif roles & set(PERSPECTIVES):
        said.append(_("What you score and note, and what you propose and agree for a workplace."))
    if Role.COACH in roles:
        said.append(_("What you write about a difference, and what you note of a class council."))
    return [
        *said,
        _("What you and I write to each other here, and on which devices you are in."),
        _(
            "A photo or a voice note only where you put it into an answer. No date of birth, and "
            "not where you are."
        ),
    ]


def _seen(_turn: Turn, roles: frozenset[Role], _notice: PrivacyNotice) -> Lines:
    return [
        *[SEEN_BY[role] for role in Role if role in roles],
        _(
            "Who runs Kompaan for the school can read its database. What they open from the "
            "command line is noted."
        ),
        _("/looks shows who opened what, day by day.")
        if roles & {Role.STUDENT, Role.COACH}
        else _("Students can see on which day you opened their colours, scores, notes or answers."),
        _(
            "It is sold to nobody, no advertising uses it, and Kompaan shows it to no language "
            "model."
        ),
    ]


def _long(_turn: Turn, _roles: frozenset[Role], notice: PrivacyNotice) -> Lines:
    return [
        say_how_long(notice),
        _(
            "A month before, it is said to those around. Backups are the school's; what was erased "
            "is erased in them, too, when they are put back."
        ),
    ]


def _places(_turn: Turn, _roles: frozenset[Role], _notice: PrivacyNotice) -> Lines:
    return [
        _("It is kept on the computer on which the school lets Kompaan run."),
        _(
            "Telegram and Slack keep what is written there by their own rules, on computers that "
            "are not the school's. On the school's own page nothing of it goes there."
        ),
        _("An e-mail or a ping on your phone says only that something waits for you."),
    ]


def _rights(turn: Turn, roles: frozenset[Role], notice: PrivacyNotice) -> Lines:
    return [
        *list_commands(turn, roles or EVERYBODY, COMMANDS),
        _(
            "The school answers within a month. You may also complain to the data protection "
            "authority of your country."
        ),
        say_whom(notice),
    ]


_SAYS: Mapping[PrivacySection, Callable[[Turn, frozenset[Role], PrivacyNotice], Lines]] = {
    PrivacySection.KEPT: _kept,
    PrivacySection.SEEN: _seen,
    PrivacySection.LONG: _long,
    PrivacySection.PLACES: _places,
    PrivacySection.RIGHTS: _rights,
}
