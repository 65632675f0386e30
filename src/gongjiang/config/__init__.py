"""Wires the house: settings, urls, server, command line."""
