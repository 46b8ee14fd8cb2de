"""The record: who did what and when, as a chain that cannot be changed unseen; and keys that make a retry harmless."""
