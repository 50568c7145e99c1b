"""What somebody may have of what is kept of them."""
