"""What commands take: a person, a programme, a time."""
