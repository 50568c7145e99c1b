"""How anything gets onto a sheet: shapes, letters of every script, and the bytes of a film."""
