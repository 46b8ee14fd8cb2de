"""Opening, approving and fixing a year; changing a fixed plan by amendment; tasks that pass from one division to another."""
