"""What is kept of somebody as one file: a page to read, data for programs, and pictures."""
