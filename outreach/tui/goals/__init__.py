"""Goals, and the questions from which they are drafted."""
