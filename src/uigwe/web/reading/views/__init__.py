"""Pages of files that are brought in."""
