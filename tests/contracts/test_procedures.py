"""Procedures are versioned data: what a version says is held here by its digest, so a new act enters none by itself."""

import pytest

from approvals.ledger.canonical import digest
from workflow.machine import EDGES
from workflow.procedures import REGISTER

#: (kind, version) -> digest of its edges in order. A line is added for a new version, none is ever changed.
HELD = {
    ("consolidation", 1): "4ddf00df31ce07d23deaf684c13a64351c694f88dd29a9ae63c891c5e6b876fa",
    ("conclusions", 1): "551a56c913839f78fd7ca6b21b894b3fe7e508320103106039520a935f470b05",
    ("unit-report", 1): "d5f64df4881c4b2e4203550cc28089784a5813c71ed57410e34ffd2a874927a0",
    ("monitoring-report", 1): "d5f64df4881c4b2e4203550cc28089784a5813c71ed57410e34ffd2a874927a0",
    ("plan", 1): "a13687643c0e5964f9fd82e59ec0ef8ab0d4a3324c1fdc35691c9bb2d0591040",
}


def test_every_procedure_is_held():
    assert HELD.keys() == REGISTER.keys()


@pytest.mark.parametrize("key", HELD)
def test_a_version_never_changes(key):
    assert digest(sorted(map(list, REGISTER[key].edges))) == HELD[key]


def test_every_edge_of_the_machine_is_gone_by_a_kind():
    gone = {edge for procedure in REGISTER.values() for edge in procedure.edges}
    assert gone == {edge.key for edges in EDGES.values() for edge in edges}
