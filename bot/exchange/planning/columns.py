"""What the files of planning call the same column."""

PROGRAMME_COLUMN = (
    "framework",
    "opleiding",
    "referentiekader",
    "kader",
    "program",
    "formation",
    "referentiel",
    "ausbildung",
    "rahmenplan",
)
"""The programme that a line is about."""
