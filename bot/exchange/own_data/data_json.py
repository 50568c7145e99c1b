"""What is kept of somebody for programs: every table and column that they may have, as JSON."""

import json
from base64 import b64encode
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

from bot.domain.rights.having import OwnRow
from bot.exchange.own_data.taken import Taken, attached_name

FORMAT, VERSION = "kompaan own data", 1
"""What a program asks first; the version rises where something would be read otherwise."""


def data_json(taken: Taken) -> bytes:
    """Write the data: tables by name, rows as they are kept, and what identities are called.

    Instants are ISO 8601 in UTC; what was attached is named as a file beside this one.
    """
    written = {
        "format": FORMAT,
        "version": VERSION,
        "made_at": taken.at.astimezone(UTC).isoformat(),
        "person": {"school_id": taken.person.school_id, "name": taken.person.name},
        "others_left_out": taken.data.is_shown_others,
        "tables": {
            name: [_row(name, row) for row in rows] for name, rows in taken.data.tables.items()
        },
        "names": {
            table: {str(identity): name for identity, name in sorted(named.items())}
            for table, named in taken.data.names.items()
        },
    }
    return json.dumps(written, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _row(table: str, row: OwnRow) -> dict[str, Any]:
    if table == "attached" and "data" in row:
        return {**{name: _value(row[name]) for name in row}, "data": attached_name(row)}
    return {name: _value(value) for name, value in row.items()}


def _value(value: Any) -> Any:
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat()
        case Fraction():
            return str(value)
        case bytes():
            return b64encode(value).decode()
    return value
