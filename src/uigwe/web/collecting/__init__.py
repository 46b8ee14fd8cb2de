"""Collecting: the calendar of the year, rounds, what is asked of whom, replies typed in the browser or sent back as files."""
