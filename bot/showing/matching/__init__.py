"""What an intake holds, in words."""
