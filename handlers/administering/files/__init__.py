"""Files that administrators send in a chat."""
