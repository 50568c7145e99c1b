"""Interventions of any actor: what was done to help learning, what for, and whether it helped."""
