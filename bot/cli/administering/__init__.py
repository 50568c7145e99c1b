"""Who runs a school's Kompaan, and the log of acts, on the command line."""
