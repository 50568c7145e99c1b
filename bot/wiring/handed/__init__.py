"""Large files of administrators: looked at, and read in, beside the lanes."""
