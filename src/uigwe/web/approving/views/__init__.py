"""Pages of approval, one module for each kind."""
