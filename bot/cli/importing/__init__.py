"""What the command line reads of files: imports into a school, and a class to try."""
