"""Fills the database of DATABASE_URL and prints who may ask there: `python -m bench.filled 10000`."""

import os
import sys


def main(cases: int) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    import django

    django.setup()
    from bench import sizes
    from bench.run import prepare
    from bench.server import lock

    network = prepare(cases)
    lock()
    sys.stdout.write(f"\n{sizes.told(sizes.this(network, cases))}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]))
