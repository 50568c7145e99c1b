"""Who stands in for a mentor or a teacher who is away: named, moved, and let go."""
