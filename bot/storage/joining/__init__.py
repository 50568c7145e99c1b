"""Chat accounts, invitations and sessions."""
