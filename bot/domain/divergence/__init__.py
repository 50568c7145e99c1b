"""Where the three views differ: what an alert is, when it stands, and how raters lean."""
