"""What is kept of oneself, in short and as one file."""
