"""Who opened what is kept of a student."""
