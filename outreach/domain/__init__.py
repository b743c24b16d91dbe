"""Frozen types, no I/O: what Outreach talks about."""
