"""The program's words for translators, and a language that nobody speaks to try the window in."""
