"""A country's worth of cases: drawn by a seed, written in bulk, as services would leave them."""

from backend.demo.load.generating import Made, generate
from backend.demo.load.network import PARTNERS, actors
from backend.demo.load.proportions import COMMON_WORD, RARE_WORD

__all__ = ["COMMON_WORD", "PARTNERS", "RARE_WORD", "Made", "actors", "generate"]
