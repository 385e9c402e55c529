"""Rules, proved by their own examples and by tables of real values."""
