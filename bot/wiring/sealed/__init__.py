"""What this installation signed, held against its key and the lists beside it."""
