"""How often what occurs among generated cases: sizes of partners, states, kinds, words."""

from itertools import accumulate
from typing import Any, Final

PARTNERS: Final = 50
LARGEST_SHARE: Final = 0.20
SHARED, RESTRICTED = 0.05, 0.01
DAYS: Final = 1_100
"""So long the network has run."""
COMMON_WORD, RARE_WORD = "certifikata", "zvarritje"
COMMON, RARE = 0.10, 0.0002
WORDS: Final = (
    *("toka", "uji", "rruga", "spitali", "gjykata", "pensioni", "mbeturina", "energjia", "leja", "shkolla"),
    *("vonesa", "pagesa", "prona", "banesa", "doganat", "tatimi", "policia", "bashkia", "zyra", "regjistri"),
    *("kontrata", "invalidi", "ndihma", "trajtimi", "shkresa", "ankesa"),
)
NARRATIVE_WORDS: Final = 60
"""Some 450 letters, as most people write."""


class Weighed:
    """Things of which some come more often than others."""

    def __init__(self, weights: dict[Any, float]) -> None:
        self.things, self.sums = list(weights), list(accumulate(weights.values()))

    def drawn(self, draw: Any) -> Any:
        """One of them."""
        return draw.choices(self.things, cum_weights=self.sums)[0]


# In percent, as cases stand in a network that has run for three years.
STATES: Final = Weighed(
    {
        "closed": 47,
        "resolved": 5,
        "referred": 14,
        "open": 8,
        "triage": 5,
        "received": 5,
        "awaiting_complainant": 3,
        "response_review": 4,
        "escalated": 1,
        "inadmissible": 4,
        "duplicate": 2,
        "withdrawn": 1,
        "reopened": 1,
    }
)
KINDS: Final = Weighed({"public_service": 70, "corruption": 12, "judiciary": 12, "information_request": 6})
SEVERITIES: Final = Weighed({1: 20, 2: 60, 3: 15, 4: 5})
CHANNELS: Final = Weighed({"web_form": 60, "phone": 15, "in_person": 12, "letter": 8, "field": 5})
COMPLAINANTS: Final = Weighed({"confidential": 45, "identified": 25, "anonymous": 30})
OUTCOMES: Final = Weighed(
    {"remedied": 35, "partly_remedied": 20, "explanation": 20, "refused": 15, "no_answer": 10}
)
REASONS: Final = Weighed({"not_our_competence": 50, "too_late": 30, "abuse": 20})


def owner_sums() -> list[float]:
    """Cumulated shares of the partners: the largest owns a fifth, the others ever less."""
    rest = [1 / (rank + 2) for rank in range(PARTNERS - 1)]
    scale = (1 - LARGEST_SHARE) / sum(rest)
    return list(accumulate([LARGEST_SHARE, *(weight * scale for weight in rest)]))
