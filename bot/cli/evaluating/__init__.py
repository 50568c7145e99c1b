"""What the command line tells of the end of a period."""
