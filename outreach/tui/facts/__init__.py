"""The facts of a mentorship in a list, and the mentee's hand on them."""
