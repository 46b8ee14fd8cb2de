"""Plans on the site: revisions, drafts, edits, exceptions."""
