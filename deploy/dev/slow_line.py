"""`make slow-line`: how long the dashboard takes on a poor telephone, with demonstration data.

The line is Lighthouse's "slow 4G" (1.6 Mbit/s down, 750 kbit/s up, 150 ms), the processor four times slower
than this one; each page is opened in a browser that has never been here, by somebody who is signed in.
"""

import statistics
import sys
from pathlib import Path
from typing import Any

from console import ROOT
from serving import demonstration_server

ROUNDS = 3
LINE = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
SLOWER = 4
# Path, and what is there as soon as the page is of use.
PAGES = {
    "Today": ("/", "main section"),
    "Cases": ("/cases", "main table tbody tr td a"),
    "Case": ("/cases/{case}", "main ol li"),
    "Reports": ("/reports", "main table tbody tr"),
    "Settings": ("/settings/members", "main li, main button"),
}
# Paints are told after the event; the browser keeps them.
PAINTS = """() => new Promise(done => {
    let largest = 0;
    new PerformanceObserver(list => { for (const one of list.getEntries()) largest = one.startTime; })
        .observe({type: 'largest-contentful-paint', buffered: true});
    setTimeout(() => done([
        performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0, largest]), 50);
})"""


def main() -> None:
    sys.path.insert(0, str(ROOT))
    from staff_pictures import coordinator

    from tests.e2e import chromium

    with demonstration_server(compressed=True) as (address, environment), chromium.started() as browser:
        account = coordinator(Path(environment["DOSJA_VAR"]) / "demo-accounts.txt")
        home = f"{address}/dashboard"
        state, case = signed_in(browser, home, account)
        print("| page | bytes received | first paint ms | largest paint ms | of use ms |")
        print("|---|---:|---:|---:|---:|")
        for name, (path, mark) in PAGES.items():
            rounds = [opened(browser, state, home + path.format(case=case), mark) for _ in range(ROUNDS)]
            middle = [statistics.median(values) for values in zip(*rounds, strict=True)]
            print(
                f"| {name} | {' | '.join(f'{value:,.0f}'.replace(',', ' ') for value in middle)} |",
                flush=True,
            )


def signed_in(browser: Any, home: str, account: tuple[str, str]) -> tuple[Any, str]:
    """The cookies of somebody who is signed in, and the newest case."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(home)
    page.locator("input[type=email]").fill(account[0])
    page.locator("input[type=password]").fill(account[1])
    page.locator("button[type=submit]").click()
    page.get_by_role("dialog").wait_for(state="detached")
    found = page.evaluate("fetch('/api/v1/cases/?page_size=1&state=referred').then(answer => answer.json())")
    state = context.storage_state()
    context.close()
    return state, found["results"][0]["id"]


def opened(browser: Any, state: Any, address: str, mark: str) -> tuple[float, float, float, float]:
    """Bytes received; milliseconds to the first and the largest paint, and until the page is of use."""
    context = browser.new_context(storage_state=state)
    page = context.new_page()
    page.set_default_timeout(90_000)
    line = context.new_cdp_session(page)
    received: list[float] = []
    line.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", LINE)
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address, wait_until="commit")
    page.locator(mark).first.wait_for()
    useful = page.evaluate("performance.now()")
    page.wait_for_load_state("networkidle")
    first, largest = page.evaluate(PAINTS)
    context.close()
    return sum(received), first, largest, useful


if __name__ == "__main__":
    main()
