"""Comes last: after all visits, nothing that the installation said or keeps tells what anybody confided."""

from tests.e2e.test_dashboard_together import SUMMARY

# A partner writes it for lists and search, and is told to put no names into it.
WRITTEN_IN_THE_OPEN = {SUMMARY}


def test_the_log_of_the_whole_run_tells_nothing_of_anybody(network):
    said = network.said()
    assert len(network.secrets) > 20, "the visitors collected nothing to look for"
    assert not [secret for secret in network.secrets if secret in said]


def test_no_file_and_no_table_holds_a_readable_word_of_what_was_confided(network):
    assert confided(network), "nobody confided anything"
    assert network.plaintext(*confided(network)) == {}


def confided(network) -> list[bytes]:
    """Words. A receipt's number, by which it is found, and a session's name lie in the open."""
    words = (secret for secret in network.secrets - WRITTEN_IN_THE_OPEN if " " in secret.strip())
    return [word.encode() for word in words if not word.replace(" ", "").isdigit()]


def test_a_word_in_the_log_would_be_found(network):
    with open(network.home / "said" / "worker.log", "a", encoding="utf-8") as log:
        log.write("INFO somewhere: 203.0.113.77 came by\n")
    assert "203.0.113.77" in network.said()
    assert network.plaintext(b"203.0.113.77")
