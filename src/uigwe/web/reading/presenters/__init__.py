"""What pages of files and questions show."""
