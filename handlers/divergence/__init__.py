"""Alerts and what a coach does about them."""
