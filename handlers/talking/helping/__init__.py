"""Help: what somebody can do, what was not understood, and putting away what was asked."""
