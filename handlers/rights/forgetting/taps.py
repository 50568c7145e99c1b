"""The buttons of being forgotten: of whoever wishes it, and of those who decide."""

from typing import Literal

from handlers.talking.routing.tap import Tap


class WishForgetting(Tap, code="fg"):
    """Wish to be forgotten, or ask first whether that is meant."""

    sure: Literal["ask", "yes"]


class ConfirmForgetting(Tap, code="fy"):
    """Say after a night's sleep that it still is so."""

    wish: int


class WithdrawForgetting(Tap, code="fn"):
    """Take the wish back."""


class CarryOut(Tap, code="fc"):
    """Let somebody be erased now, or ask first whether that is meant."""

    wish: int
    sure: Literal["ask", "yes"]


class SayWhyItWaits(Tap, code="fh"):
    """Say why an erasure has to wait."""

    wish: int


class KeepLonger(Tap, code="fl"):
    """Let what was said on an ended track be kept longer."""

    track: int
