"""Gathering what is to be told, and delivering it."""
