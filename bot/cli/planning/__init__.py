"""What the command line takes in for planning."""
