"""Tags of the pages of collecting."""
