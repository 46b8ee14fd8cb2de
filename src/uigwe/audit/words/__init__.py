"""What words of a plan say, by what they are about; each room is imported by its name."""
