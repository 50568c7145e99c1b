"""Where somebody's unasked messages go, and their e-mail address."""
