"""What an installation stands on: its database's version, and the school that it founds."""
