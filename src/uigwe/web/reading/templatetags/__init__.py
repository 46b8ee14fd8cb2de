"""Tags of the pages of reading."""
