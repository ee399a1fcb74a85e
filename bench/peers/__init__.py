"""Other products beside ours in one run: django-helpdesk and Request Tracker 5, same tickets, one PostgreSQL.

The rule, fixed before the first run:
- Each way is asked WARM_UP times uncounted, then ROUNDS times counted, once a round, all ways of all products
  in turns in an order that is shuffled anew each round. Each counted turn is in the figures, none is dropped.
- Before that, the lists of all products must hold the same tickets, and the searches of the others the same
  as each other (ours finds more, in category, institution and place), or nothing is measured.
- An answer that is not a success ends the run without figures. A run that ended is not begun again for its
  figures: every table that was made stands in docs/benchmarks.md until the program or the sizes change.
- Ahead is a median below the other's on that line, behind is one above it; both are printed.
- A peer that can't be installed or started is left out, and the table says so.
"""

WARM_UP, ROUNDS = 3, 20
