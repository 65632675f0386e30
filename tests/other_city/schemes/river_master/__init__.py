"""A scheme of the other city: the folder is its registration."""
