"""Files given in the chat: kept, shown, and taken in or dropped."""
