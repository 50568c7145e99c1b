"""The file with what is kept of somebody: gathered, made beside the lanes, and brought."""
