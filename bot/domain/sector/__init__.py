"""What a sector adds to what is learned: who speaks for it, and the modules it proposes."""
