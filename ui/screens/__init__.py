"""One screen, one file, one function that draws it."""
