"""The pages that browsers open, wired: the chats behind them, and the server."""
