"""What workplaces train, planned and in reality, and whether the campus is tuned to it."""
