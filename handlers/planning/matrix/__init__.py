"""What the workplaces of a class group train, planned and in reality."""
