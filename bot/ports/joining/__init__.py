"""What joining asks of the storage: accounts, invitations, sessions, placements that end."""
