"""The form of the record: its leaves, its tree, its heads and the bundle a verifier is given."""
