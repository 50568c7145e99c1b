"""What is told unasked asks of the storage: errands, and the outbox."""
