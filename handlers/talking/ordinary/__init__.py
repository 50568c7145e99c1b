"""Ordinary words: greetings, thanks, illness, danger, and what is answered to them."""
