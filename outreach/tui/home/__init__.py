"""Home, the page of a mentor, and what is begun from there."""
