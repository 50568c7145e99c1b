"""What is said of indicators, typed and tapped."""
