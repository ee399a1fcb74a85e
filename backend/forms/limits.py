"""How large a form and what is answered to it may be: far above what anybody needs, far below what hurts."""

from typing import Final

LONGEST_SCHEMA: Final = 400_000
MOST_SECTIONS: Final = 30
MOST_QUESTIONS: Final = 150
MOST_OPTIONS: Final = 60
MOST_CODES: Final = 500
MOST_NOTES: Final = 5
LONGEST_LABEL: Final = 300
LONGEST_TEXT: Final = 2_000
LONGEST_ANSWER: Final = 20_000
DEEPEST_CONDITION: Final = 4
LARGEST_CONDITION: Final = 40
LARGEST_NUMBER: Final = 1_000_000_000_000

MOST_ANSWERS: Final = 300
LONGEST_ANSWERS: Final = 120_000
