"""From a case to what one draft may use: statements, their standing, the brief."""
