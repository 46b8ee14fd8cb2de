"""People of the site: who they are, what they may, how they sign in."""
