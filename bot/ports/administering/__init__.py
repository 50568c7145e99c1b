"""Who runs a school's Kompaan, and the log of acts, as they are stored."""
