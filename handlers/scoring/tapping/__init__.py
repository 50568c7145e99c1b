"""Scoring by buttons: menus, steps, the form."""
