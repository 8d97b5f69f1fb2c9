"""Procedures are versioned data: what a version says is held here by its digest, so a new act enters none by itself."""

import pytest

from approvals.ledger.canonical import digest
from workflow.machine import EDGES
from workflow.models import State
from workflow.procedures import REGISTER, Procedure

#: (kind, version) -> digest of its edges in order. A line is added for a new version, none is ever changed.
HELD = {
    ("consolidation", 1): "4ddf00df31ce07d23deaf684c13a64351c694f88dd29a9ae63c891c5e6b876fa",
    ("conclusions", 1): "551a56c913839f78fd7ca6b21b894b3fe7e508320103106039520a935f470b05",
    ("unit-report", 1): "d5f64df4881c4b2e4203550cc28089784a5813c71ed57410e34ffd2a874927a0",
    ("monitoring-report", 1): "d5f64df4881c4b2e4203550cc28089784a5813c71ed57410e34ffd2a874927a0",
    ("update", 1): "1487f7c4193f96d43306863a1856d3256afb29236f84fbef0107d7b5bbfb6975",
    ("opening-sheet", 1): "1487f7c4193f96d43306863a1856d3256afb29236f84fbef0107d7b5bbfb6975",
    ("instruction", 1): "0bed4e63dd9d1069a559710d85f1964b5929a6921fc184ae13d37bdadb3700e5",
    ("instruction", 2): "0bed4e63dd9d1069a559710d85f1964b5929a6921fc184ae13d37bdadb3700e5",
    ("draft-opinion", 1): "3b28041a0f9feeecdae87805f929817f8d878ebe9fba026972cc96f2391ae425",
    ("conclusions", 2): "4301ffa521708a749fbdb7fe3ec790653f272cce9054b26cfac5dc1ea650d2f7",
    ("handover", 1): "377033d214c25fde78e99402cc039b7779e2196690f23ae0c943d5e032bdd7a8",
    ("plan", 1): "a13687643c0e5964f9fd82e59ec0ef8ab0d4a3324c1fdc35691c9bb2d0591040",
    ("plan", 2): "25a9cd4714d500ae743a2d8a8d5b0d7ae288dbed6858be359e50b265873cb065",
    ("extension", 1): "6056a2fb483a4da4ebf8719cbebe0cdabdb0a4ac2ddc104baa2878e62bfa0b8f",
}
#: Which edges the second version of plans goes by itself, and what its acts are called there.
ALONE = {("consolidate", "monitor-reviewed"), ("present", "consolidated")}


def test_every_procedure_is_held():
    assert HELD.keys() == REGISTER.keys()


@pytest.mark.parametrize("key", HELD)
def test_a_version_never_changes(key):
    assert digest(sorted(map(list, REGISTER[key].edges))) == HELD[key]


def test_plans_of_the_second_version_wait_for_no_container():
    assert REGISTER["plan", 2].alone == ALONE
    assert {act: call.event for act, call in REGISTER["plan", 2].calls.items()} == {
        "consolidate": "list",
        "present": "adopt",
    }
    assert not any(procedure.alone for key, procedure in REGISTER.items() if key != ("plan", 2))


def test_a_short_way_ends_where_its_procedure_says():
    """Whoever would be asked next by the machine is not asked: the case waits for nobody."""
    edges = frozenset({("submit", "draft"), ("approve", "draft"), ("review", "unit-approved")})
    short = Procedure(kind="note", version=1, edges=edges, ends=State.MONITOR_REVIEWED)
    asked = {act: [edge.then for edge in short.edges_of(act)] for act in ("submit", "approve", "review")}
    assert asked == {"submit": ["head"], "approve": ["monitor"], "review": ["nobody"]}


def test_a_procedure_says_whom_it_asks_where_the_machine_asks_another():
    """The head's signature on an answer asks the office that follows instructions up, not a monitoring unit; on a request for an
    extension the leadership."""
    assert {key: dict(one.asks) for key, one in REGISTER.items() if one.asks} == {
        ("instruction", 1): {("approve", "draft"): "office"},
        ("instruction", 2): {("approve", "draft"): "office"},
        ("extension", 1): {("approve", "draft"): "leadership"},
    }
    [edge] = REGISTER["instruction", 2].edges_of("approve")
    assert edge.then == "office"


def test_a_procedure_lets_another_right_do_as_well_in_its_kind_alone():
    """Who gave an instruction returns its answer; no leader returns a report for that, nor an instruction begun before."""
    assert {key: dict(one.lets) for key, one in REGISTER.items() if one.lets} == {
        ("instruction", 2): {("return", "unit-approved"): ("present", "institution")}
    }
    rights = {
        key: REGISTER[key].edges_of("return")[1].rights
        for key in (("instruction", 1), ("instruction", 2), ("unit-report", 1))
    }
    review, present = ("review", "monitor"), ("present", "institution")
    assert rights == {
        ("instruction", 1): (review,),
        ("instruction", 2): (review, present),
        ("unit-report", 1): (review,),
    }


@pytest.mark.parametrize("key", HELD)
def test_every_way_ends_where_one_of_its_edges_leads(key):
    steps = REGISTER[key]
    ends = [edge for act in EDGES for edge in steps.edges_of(act) if edge.target == steps.ends]
    assert {edge.then for edge in ends} == {"nobody"}


def test_every_edge_of_the_machine_is_gone_by_a_kind():
    gone = {edge for procedure in REGISTER.values() for edge in procedure.edges}
    assert gone == {edge.key for edges in EDGES.values() for edge in edges}
