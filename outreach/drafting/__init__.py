"""Use case: make a draft, section by section."""
