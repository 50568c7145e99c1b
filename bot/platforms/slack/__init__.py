"""Slack: Bolt dispatches, slack_sdk speaks; we decide when a delivery counts as received."""
