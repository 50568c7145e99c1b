"""The question of the day: planned, asked, skipped, brought back."""
