"""A scheme: the folder is its registration."""
