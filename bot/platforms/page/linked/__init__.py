"""Pages that a link leads to, beside the chat: an e-mail's way out, a file, what is kept."""
