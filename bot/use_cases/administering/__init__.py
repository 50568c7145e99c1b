"""What who runs a school's Kompaan does."""
