"""What the inside may ask of the storage about desks."""
