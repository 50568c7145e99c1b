"""An invitation as it is shown to who hands it over: once, with a picture to scan."""

from bot.domain.joining.accounts import JoiningPlatform
from bot.domain.joining.ways_in import PAGE, SLACK, TELEGRAM
from bot.domain.school.names import first_name_of
from bot.messages import Day, QrPicture, Reply, Text, _, colon, lines, words
from bot.use_cases.joining.invite_person import Invited
from handlers.talking.turn import Turn

WAY_NAMES: dict[JoiningPlatform, Text | str] = {
    PAGE: _("page"),
    TELEGRAM: "Telegram",
    SLACK: "Slack",
}
"""Where people come in, as it is called."""

ONCE = _("The link was shown once. Make another one where it is needed.")


def show_invitation(turn: Turn, invited: Invited) -> Reply:
    """Show a new invitation to who made it."""
    ways, name = turn.uow.ways_in, invited.person.name
    text = lines(
        _("An invitation for {name}; an earlier one no longer works:", name=name),
        *(words(colon(WAY_NAMES[way]), way_in(turn, way, invited)) for way in ways.named),
        _("It works once, until {day}.", day=Day(invited.expires_at)),
        _("Hand it to them yourself: whoever opens it talks as {name}.",
          name=first_name_of(name)),
    )  # fmt: skip
    link = next((ways.link(way, invited.code) for way in ways.linked), "")
    files = (QrPicture("Kompaan", link),) if link else ()
    return Reply(text, files=files, instead=ONCE)


def way_in(turn: Turn, way: JoiningPlatform, invited: Invited) -> str:
    """Say what is opened or typed to come in that way."""
    return turn.uow.ways_in.told(way, invited.code) or f"/start {invited.code}"
