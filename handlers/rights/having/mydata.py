"""My data: what is kept of oneself, who sees it, and all of it as one file."""

from collections.abc import Iterator

from bot.domain.rights.having import TakeAway
from bot.domain.telling.places import Place
from bot.messages import Button, Moment, OwnDataFile, Reply, Sayable, _, _n, colon, lines, words
from bot.ports.telling.outbox import OutboxMessage
from bot.showing.own_data.topics import TOPIC_WORD
from bot.showing.own_data.views import topics_of
from bot.use_cases.rights.having.ask_own_data import (
    AskedOwnData,
    ask_own_data,
    is_under_way,
)
from bot.use_cases.rights.having.fetch_own_data import find_own_file
from bot.use_cases.rights.having.see_own_data import SeenOwnData, see_own_data
from handlers.rights.having.noted import name_deciders, say_notes
from handlers.rights.having.taps import TakeOwnData
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Replies, Turn

SAID = {
    AskedOwnData.BEGUN: _(
        "Your file is being made. It comes here in a few minutes, and stays for a day."
    ),
    AskedOwnData.UNDER_WAY: _("Your file is being made already. It comes here by itself."),
    AskedOwnData.THERE: _("Your file was made within the last hour: here it is once more."),
}
ONLY_SAMPLE = _("In the sample nobody is real, so there is no file to take along.")


def show_own_data(turn: Turn, _words: str) -> Replies:
    """Answer `/mydata`: how much of what, who sees it, and a button for all of it."""
    seen = see_own_data(turn.uow, turn.person, turn.at)
    text = lines(
        _("This is kept of you, {name}:", name=turn.person.name),
        *_counted(seen),
        "",
        say_notes(seen, turn.person.time_zone),
        _file_told(turn, seen.take_away),
    )
    return [Reply(text, _offered(turn))]


def tapped_own_data(turn: Turn, _tap: TakeOwnData) -> Replies:
    """Let the file be made, or say that it comes."""
    if turn.person.sample:
        return [Reply(ONLY_SAMPLE)]
    asked = ask_own_data(turn.uow, turn.person, turn.at)
    told = name_deciders(see_own_data(turn.uow, turn.person, turn.at))
    hears = _("Told that you asked: {names}. Nobody can stop it.", names=told) if told else None
    return [Reply(lines(SAID[asked], hears if asked is AskedOwnData.BEGUN else None))]


def tell_own_data(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Bring the file, or a link to it where a chat does not take it; None once it is over."""
    found = find_own_file(turn.uow, message.about_id or 0, turn.person.id, turn.at)
    if found is None:
        return None
    until = Moment(found.expires_at)
    if message.platform != Place.PAGE and not found.goes_into_a_chat():
        return MessagePart(_by_link(turn, found, until))
    text = lines(
        _("Here is everything that Kompaan keeps of you, as one file."),
        _("Open it, and then the page index.html in it. It stays here until {until}.", until=until),
        _("It is about you: keep it for yourself, or delete it when you have read it."),
    )
    title = _("my data")
    own = OwnDataFile(title, found.id, turn.person.id, found.asked_at)
    return MessagePart(text, brings=(own,))


def tell_failed(_turn: Turn, _message: OutboxMessage) -> MessagePart:
    """Say that the file could not be made."""
    return MessagePart(
        _(
            "Your file with everything that is kept of you could not be made. Ask again with "
            "/mydata; if it goes wrong again, tell whoever runs Kompaan at your school."
        )
    )


def tell_asked(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Tell one who decides about somebody that they asked for their data."""
    person = turn.uow.people.find(message.about_id or 0)
    if person is None:
        return None
    text = lines(
        _("{name} asked Kompaan for everything that is kept of them.", name=person.name),
        _("They get it: also notes and marks, with who wrote them. You have nothing to do."),
    )
    return MessagePart(text)


def _by_link(turn: Turn, found: TakeAway, until: Moment) -> Sayable:
    size = max(1, round(found.size / 1_000_000))
    if not turn.uow.page_address:
        return _(
            "Everything that is kept of you is ready, but too large for this chat ({size} MB). "
            "Whoever runs Kompaan at your school can hand it to you.",
            size=size,
        )
    return lines(
        _("Everything that is kept of you is ready ({size} MB), at this link:", size=size),
        f"{turn.uow.page_address.rstrip('/')}/mydata/{found.code}",
        _("It works until {until}. It is for you alone.", until=until),
    )


def _counted(seen: SeenOwnData) -> Iterator[Sayable]:
    for topic, tables in topics_of(list(seen.counts)).items():
        count = sum(seen.counts[table] for table in tables)
        yield words("·", colon(TOPIC_WORD[topic]), _n("{count} item", "{count} items", count))


def _file_told(turn: Turn, take_away: TakeAway | None) -> Sayable | None:
    if take_away is None:
        return None
    if take_away.made_at is not None:
        until = Moment(take_away.expires_at)
        return _("Your file is there until {until}.", until=until)
    return SAID[AskedOwnData.UNDER_WAY] if is_under_way(take_away, turn.at) else None


def _offered(turn: Turn) -> tuple[tuple[Button, ...], ...]:
    if turn.person.sample:
        return ()
    return ((button(_("everything as one file"), TakeOwnData()),),)
