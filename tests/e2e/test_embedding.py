"""The form in a page of a partner's own web site: another server, another site to the browser."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.e2e.staff import Staff


@pytest.fixture
def site(network) -> Iterator[str]:
    """The partner's server. Its policy lets in what a site must let in for this, and nothing else."""
    dosja = network.address
    page = (
        '<!doctype html><html lang="sq"><title>Bregu</title><main><h1>Bregu</h1>'
        f'<script src="{dosja}/embed.js" data-partner="breg" data-language="sq" async></script></main></html>'
    ).encode()

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", f"script-src {dosja}; frame-src {dosja}")
            self.end_headers()
            self.wfile.write(page if self.path == "/" else b"")

        def log_message(self, *_told: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_complaint_is_written_inside_the_partner_s_own_page(citizen, network, site):
    team = Staff(network, "breg")
    team.change_partner("breg", embedding_origins=[site])
    drita = citizen("sq", partner="breg").go_to_the_site(f"{site}/")
    height = drita.page.locator("iframe").evaluate("frame => frame.clientHeight")
    inside = drita.here.evaluate("document.documentElement.scrollHeight")
    assert inside <= height, "it would have to be scrolled in a window of its own"
    drita.tell().send().prove_the_receipt()
    assert team.case(drita.reference).state == "received"


def test_a_site_that_is_not_listed_shows_a_link_instead(citizen, network, site):
    Staff(network, "breg").change_partner("breg", embedding_origins=[])
    drita = citizen("sq", partner="breg")
    drita.watch.hosts.add(site.removeprefix("http://"))
    drita.page.goto(f"{site}/")
    drita.page.locator("iframe").wait_for(state="detached")
    link = drita.page.get_by_role("link")
    assert link.get_attribute("href") == f"{network.address}/forms/breg/sq/"
    drita.watch.complaints = [one for one in drita.watch.complaints if "frame-ancestors" not in one]
