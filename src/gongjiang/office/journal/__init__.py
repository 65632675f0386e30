"""The tamper-evident record: one leaf for every decision, in the same transaction."""
