"""Invented plans of invented ministries: with their truth, with faults put in on purpose, and as interleaved text."""
