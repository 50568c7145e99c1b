"""What workplaces can offer: their activity lists."""
