"""What a browser's script does with a puzzle."""

from typing import Any

from altcha import Challenge, Payload, Solution, solve_challenge


def solve(challenge: dict[str, Any], timeout: float = 90) -> str:
    """The payload for X-Proof-Of-Work, or for the hidden field of a form."""
    puzzle = Challenge.from_dict(challenge)
    solution = solve_challenge(puzzle, timeout=timeout) or Solution(0, "00" * 32)
    written: str = Payload(puzzle, solution).to_base64()
    return written
