"""How people come in: invitations, chat accounts, and the sessions of their devices."""
