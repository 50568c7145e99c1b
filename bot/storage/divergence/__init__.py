"""Alerts, interventions, sittings and thresholds."""
