"""When things go otherwise, on the command line: absences, and incidents at work."""
