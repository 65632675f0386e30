"""Stories about those who hold a title, with what they agreed to."""
