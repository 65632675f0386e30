"""Letters to people: written in the act's transaction, read before they go."""
