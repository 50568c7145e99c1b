"""Which agreement a placement needs, by the education its programme stands in.

Source: document 004, chapter 1 §1 and chapter 2 §3 g; document 001 §4.2.
"""

from enum import StrEnum
from fractions import Fraction

from bot.domain.school.frameworks import Setting

PAID_FROM = Fraction(20)
"""Hours a week at the workplace, on average, from which the agreement is a paid one."""


class AgreementKind(StrEnum):
    """A kind of agreement; the words are stored, and outlive a version."""

    OAO = "oao"
    """Overeenkomst alternerende opleiding: paid, in compulsory education."""
    SAO = "sao"
    """Stageovereenkomst alternerende opleiding: unpaid, in compulsory education."""
    ENGAGEMENT = "engagement"
    """Engagement statement of a company in an entrepreneurial programme."""
    THREE_PARTY = "three_party"
    """Agreement of institution, company and student in higher education."""


NEEDS_RECOGNITION = frozenset({AgreementKind.OAO, AgreementKind.SAO})
"""Kinds for which the workplace has to be recognised."""


def kind_for(setting: Setting | None, weekly_hours: Fraction | None) -> AgreementKind | None:
    """Say which agreement is needed.

    None where the setting is not known, or the hours a week in compulsory education.
    """
    if setting is Setting.ENTREPRENEURIAL:
        return AgreementKind.ENGAGEMENT
    if setting is Setting.HIGHER:
        return AgreementKind.THREE_PARTY
    if setting is None or weekly_hours is None:
        return None
    return AgreementKind.OAO if weekly_hours >= PAID_FROM else AgreementKind.SAO
