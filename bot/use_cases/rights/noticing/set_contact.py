"""Say whom a school's people ask about what is kept of them."""

from bot.ports import UnitOfWork


def set_contact(uow: UnitOfWork, organisation_id: int, contact: str) -> None:
    """Say it in the school's own words, on one line; an empty text takes it away."""
    uow.notices.set_contact(organisation_id, " ".join(contact.split()))
