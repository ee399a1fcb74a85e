"""Comes last: after all visits, neither the server nor the worker has said a word about any of them."""


def test_the_log_of_the_whole_run_tells_nothing_of_anybody(network):
    said = network.said()
    assert len(network.secrets) > 20, "the visitors collected nothing to look for"
    assert not [secret for secret in network.secrets if secret in said]


def test_a_word_in_the_log_would_be_found(network):
    with open(network.home / "said" / "worker.log", "a", encoding="utf-8") as log:
        log.write("INFO somewhere: 203.0.113.77 came by\n")
    assert "203.0.113.77" in network.said()
