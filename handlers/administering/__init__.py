"""The talk with who runs a school's Kompaan."""
