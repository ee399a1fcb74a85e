"""Measurements: generated cases on PostgreSQL, medians, spread and ratios in one run."""
