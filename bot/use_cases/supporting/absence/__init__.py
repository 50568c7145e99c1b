"""Being away: noted by another one, told to those around, and taken back."""
