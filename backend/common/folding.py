"""Folding of text in every script to plain ASCII."""


def fold(text: str) -> str:
    return text.lower()
