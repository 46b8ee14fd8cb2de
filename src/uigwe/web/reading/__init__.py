"""Documents brought in through the browser: files being read, what they ask, and what is remembered for the next ones."""
