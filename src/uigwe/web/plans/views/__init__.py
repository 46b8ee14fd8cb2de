"""Pages of plans. A view reads the address, makes one call into the house, and hands plain values to a template."""
