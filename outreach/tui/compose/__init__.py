"""A draft: written, edited, reviewed, compared and taken out, on one screen."""
