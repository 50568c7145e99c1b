"""The desk: what of all topics has a date, and notes of one's own."""
