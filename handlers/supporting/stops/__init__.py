"""A placement that stops: the talk of who says so, and what others hear of it."""
