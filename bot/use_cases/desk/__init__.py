"""A coach's desk: what of all topics has a date, the coach's own notes, and what is told of it."""
