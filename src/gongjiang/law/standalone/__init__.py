"""Programs that need nothing but Python, to be handed to whoever doubts a draw."""
