"""Slack: slack_sdk speaks and holds the socket; we decide when a delivery counts as received."""
