"""Change what holds for the whole school: its name, its language, its clock, whom to turn to."""

from dataclasses import replace

from bot.ports.importing import Catalogue, OrganisationRow


def change_organisation(
    catalogue: Catalogue,
    organisation: OrganisationRow,
    *,
    name: str | None = None,
    language: str | None = None,
    time_zone: str | None = None,
    care: str | None = None,
    manner: str | None = None,
) -> OrganisationRow:
    """Change an organisation, and give it as it is then; what is not named stays.

    `care` is its text for who tells of danger; an empty one brings the usual text back. `manner` is
    how it speaks with people, as it is kept.

    It holds everywhere from the next turn on: nothing else keeps a copy. Instants that were agreed
    stay the instants that they were.
    """
    changed = replace(
        organisation,
        name=name or organisation.name,
        language=language or organisation.language,
        time_zone=time_zone or organisation.time_zone,
        care=organisation.care if care is None else care.strip(),
        manner=organisation.manner if manner is None else manner,
    )
    if changed != organisation:
        catalogue.change_organisation(changed)
    return changed
