"""SQLite as the site uses it: Django's own backend, and a queue for those who write."""
