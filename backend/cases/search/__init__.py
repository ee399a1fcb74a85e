"""Folded search over cases: what is found is written by `index`, engines differ in one module each."""
