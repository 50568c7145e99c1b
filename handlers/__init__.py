"""What can trigger the bot: one file per conversation, the same for every platform."""
