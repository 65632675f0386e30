"""A made-up city with real proportions, built through the same door as a real one."""
