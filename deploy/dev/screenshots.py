"""`make screenshots`: pictures of every page and state of the citizens' side, for somebody to look at.

make screenshots                                    in all languages, on a phone and on a wide screen
make screenshots ARGS="--side staff"                the same of the dashboard, with demonstration data
make screenshots ARGS="--languages sq ka --widths 360 --scripts off --to /tmp/pictures"
"""

import argparse
import itertools
import os
import re
import sys
from pathlib import Path

import staff_pictures
from console import ROOT, VAR, shown

LANGUAGES = ["sq", "sr-Latn", "sr-Cyrl", "ka", "en"]
HEIGHTS = {360: 740}


def main() -> None:
    asked = arguments()
    sys.path.insert(0, str(ROOT))
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    import django

    django.setup()
    from tests.e2e import chromium
    from tests.e2e.installation import installation

    if asked.side == "staff":
        with chromium.started() as browser:
            staff_pictures.take(browser, asked, HEIGHTS)
        return
    with chromium.started() as browser, installation() as network:
        for language, width in itertools.product(asked.languages, asked.widths):
            walk(browser, network, language, width, asked)


def arguments() -> argparse.Namespace:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    reader.add_argument("--side", choices=("citizens", "staff"), default="citizens")
    reader.add_argument("--languages", nargs="+", default=LANGUAGES, choices=LANGUAGES)
    reader.add_argument("--widths", nargs="+", type=int, default=[360, 1280])
    reader.add_argument("--scripts", choices=("on", "off"), default="on")
    reader.add_argument("--dark", action="store_true")
    reader.add_argument("--only", default="", help="a pattern that the name of a page must match")
    reader.add_argument("--to", type=Path, default=VAR / "screenshots")
    return reader.parse_args()


def walk(browser, network, language: str, width: int, asked: argparse.Namespace) -> None:
    from tests.e2e.citizen import Citizen
    from tests.e2e.staff import Staff
    from tests.e2e.tour import tour

    folder = asked.to / f"{language}-{width}"
    folder.mkdir(parents=True, exist_ok=True)
    options = {
        "viewport": {"width": width, "height": HEIGHTS.get(width, 900)},
        "color_scheme": "dark" if asked.dark else "light",
    }
    citizen = Citizen(network, browser, language, asked.scripts == "on", set(), options, looks=False)
    for number, name in enumerate(tour(citizen, Staff(network, citizen.partner)), 1):
        if re.search(asked.only, name):
            picture = folder / f"{number:02} {name}.png".replace(" ", "-")
            citizen.page.screenshot(path=picture, full_page=True)
    citizen.context.close()
    print(f"  {number} pages in {language}, {width} pixels wide: {shown(folder)}/", flush=True)


if __name__ == "__main__":
    main()
