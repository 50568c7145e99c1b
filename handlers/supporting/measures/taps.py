"""The buttons about what helps a student."""

from bot.domain.supporting.measures import MeasureShare
from handlers.talking.routing.tap import LiveTap, Tap


class WriteMeasure(Tap, code="iw"):
    """Write one more thing that helps."""


class KeepMeasure(LiveTap, code="iu"):
    """Keep what was written as something that helps."""


class ChooseReaders(Tap, code="ir"):
    """Choose who reads a measure."""

    measure: int


class ShareMeasure(Tap, code="is"):
    """Let these people read a measure."""

    measure: int
    share: MeasureShare


class DropMeasure(Tap, code="id"):
    """Take a measure away."""

    measure: int
