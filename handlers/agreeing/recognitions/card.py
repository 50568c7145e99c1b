"""What is said of the recognition on the page of a placement."""

from bot.messages import Button, Sayable, _, words
from bot.use_cases.agreeing.recognitions.see_recognitions import see_recognition_at
from handlers.agreeing.recognitions.phrases import say_recognition
from handlers.agreeing.recognitions.taps import ShowRecognition
from handlers.talking.routing.tap import button
from handlers.talking.turn import Turn


def recognition_line(turn: Turn, placement: int) -> tuple[Sayable, tuple[Button, ...]] | None:
    """Say until when the workplace is recognised, with the button that opens it.

    None where no recognition is needed, or this person does not follow it.
    """
    place = see_recognition_at(turn.uow, turn.person.id, turn.running_coached, placement)
    if place is None or place.needed is False:
        return None
    said = say_recognition(place, turn.person, turn.today)
    line = words(_("Recognition of the workplace:"), said)
    return line, (
        button(
            _("recognition: {workplace}", workplace=place.workplace), ShowRecognition(placement)
        ),
    )
