"""What people ask and say in plain words."""
