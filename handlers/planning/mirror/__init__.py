"""What could be practised at a workplace, as its mentor is told."""
