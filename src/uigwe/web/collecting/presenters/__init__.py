"""What the pages of collecting show, made from rows and plans."""
