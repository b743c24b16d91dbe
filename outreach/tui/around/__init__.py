"""What is around the work: models, settings, help, palette, the sample, and what was left unsaved."""
