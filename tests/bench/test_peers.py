"""Beside other products: who is behind is said, no other rows are compared, nobody is dropped silently."""

import pytest

from bench.peers import comparing
from bench.peers.comparing import Asked
from bench.peers.product import DETAIL, LIST, WAYS, Missing, Product
from bench.peers.running import _attempt

pytestmark = pytest.mark.either_engine("sqlite")


def product(name, subjects=("a", "b")):
    return Product(
        name=name,
        process=0,
        asks={way: lambda: [b"{}"] for way in WAYS},
        subjects=lambda body: list(subjects),
        holds=dict.fromkeys(WAYS, "something"),
    )


def asked(one, way, took):
    return Asked(one, way, times=[took, took, took], used=[took / 2] * 3, sizes=[100] * 3)


def test_a_line_on_which_we_are_behind_says_so():
    ours, peer = product("ours"), product("peer")
    lines = comparing.table(
        [asked(ours, LIST, 10), asked(ours, DETAIL, 10), asked(peer, LIST, 25), asked(peer, DETAIL, 5)]
    )
    assert [line.split(" | ")[-1].strip(" |") for line in lines.splitlines()[2:]] == [
        "",
        "ahead",
        "",
        "**behind**",
    ]
    assert "| 2.50 |" in lines
    assert "| 0.50 |" in lines


def test_other_rows_are_not_compared():
    with pytest.raises(SystemExit, match="not the same tickets"):
        comparing.same_rows([product("ours"), product("peer", subjects=("a", "c"))])
    assert comparing.same_rows([product("ours"), product("peer", subjects=("b", "a"))])[LIST] == {
        "ours": 2,
        "peer": 2,
    }


def test_who_cannot_be_installed_is_left_out_aloud(capsys):
    def fails():
        raise Missing("no network")

    left_out = []
    _attempt("peer", fails, left_out)
    assert left_out == ["**peer is left out:** no network"]
    assert "left out" in capsys.readouterr().err


def test_every_counted_turn_is_in_the_figures(monkeypatch):
    monkeypatch.setattr(comparing, "WARM_UP", 1)
    monkeypatch.setattr(comparing, "ROUNDS", 4)
    found = comparing.measured([product("ours"), product("peer")], None)
    assert {(one.product.name, one.way): len(one.times) for one in found} == {
        (name, way): 4 for name in ("ours", "peer") for way in WAYS
    }
