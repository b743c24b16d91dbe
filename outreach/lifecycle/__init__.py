"""The days between drafts: where contact stands, and what is due next."""
