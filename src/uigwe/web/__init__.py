"""The site. The only room that knows Django."""
