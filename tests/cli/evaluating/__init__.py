"""What the command line shows of the end of a period."""
