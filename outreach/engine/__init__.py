"""Engines: what turns a prompt into text, in a child process or from a script."""
