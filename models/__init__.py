"""Cards and weights: load, verify, apply. Needs numpy only."""
