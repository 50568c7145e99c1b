"""People, programmes, tracks and class groups."""
