"""Money: accounts, transfers, budgets, batches and bank files."""
