"""Reading activity lists of workplaces from a file."""
