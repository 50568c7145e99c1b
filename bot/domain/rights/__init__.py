"""What people may ask of what is kept about them."""
