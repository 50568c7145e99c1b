"""What workplaces can offer."""
