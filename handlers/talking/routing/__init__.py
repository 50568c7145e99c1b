"""What a topic declares: its commands, buttons and questions, and what comes of them."""
