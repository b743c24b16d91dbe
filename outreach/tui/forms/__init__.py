"""Forms: one page for one thing, with errors at the field."""
