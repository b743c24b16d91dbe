"""The user's people, meetings and drafts, kept in one TinyDB file."""
