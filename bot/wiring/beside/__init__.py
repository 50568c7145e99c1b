"""What the process does beside lanes and clock: large files looked at, and read in, by portions."""
