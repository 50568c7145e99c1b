"""What reaches people unasked: in whose hours, at what pace, with what outcome."""
