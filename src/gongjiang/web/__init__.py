"""The web faces people: portal, desk, panel, insight, and the console."""
