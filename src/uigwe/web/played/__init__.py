"""A year played through for the demonstration: invented people do, day by day and by the ordinary actions, what a year asks for."""
