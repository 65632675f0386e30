"""The API: the same queries and the same door as the pages, for programmes that carry a person's token."""
