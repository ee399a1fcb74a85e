"""Copies of the whole installation, and the way back: database without keys, sealed files, a manifest."""
