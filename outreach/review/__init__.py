"""Use case: check a text against what makes a draft ready."""
