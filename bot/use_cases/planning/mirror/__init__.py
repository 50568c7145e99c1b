"""What could be practised at a workplace: chosen, told, answered."""
