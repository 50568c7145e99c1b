"""Finding where views differ, telling the coaches, looking at it."""
