"""The coach's desk: what has a date, when it is told, and a coach's own notes with a date."""
