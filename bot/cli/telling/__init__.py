"""What a command says of messages to others."""
