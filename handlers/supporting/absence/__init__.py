"""Being away: the talk of who notes it for another, tells it, or comes back."""
