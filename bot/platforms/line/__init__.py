"""A line to a platform: what it takes, how patiently, through which proxy, and how it fares."""
