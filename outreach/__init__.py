"""Outreach drafts the messages that carry a mentorship, on the mentee's own machine."""

__version__ = "0.1.0"
