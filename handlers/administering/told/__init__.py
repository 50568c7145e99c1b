"""What others are told of what an administrator did."""
