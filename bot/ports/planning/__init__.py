"""What planning asks of the storage: lesson times, and what is planned where."""
