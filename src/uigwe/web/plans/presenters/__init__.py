"""What a page shows, as plain values: a plan and its findings go in, rows and marks come out. No request, no database."""
