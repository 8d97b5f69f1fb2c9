"""The machine as declared, against the design's table of acts, and its drawing."""

from io import StringIO

import pytest
from django.core.management import call_command

from tests.factories import small_world
from workflow.machine import ACTS, AWAITED, EDGES, STEPS
from workflow.models import Case, State, WaitsFor
from workflow.procedures import Procedure, newest, procedure, register

D, A, R, C, P = "draft", "unit-approved", "monitor-reviewed", "consolidated", "presented"
#: act, from, to, permission, held on, then waits for; by hand from the design, section 2.
TABLE = {
    ("submit", D, D, "edit", "unit", "head"),
    ("withdraw", D, D, "edit", "unit", "officers"),
    ("approve", D, A, "approve", "unit", "monitor"),
    ("recall", A, D, "approve", "unit", "officers"),
    ("review", A, R, "review", "monitor", "office"),
    ("return", D, D, "approve", "unit", "unit"),
    ("return", A, D, "review", "monitor", "unit"),
    ("send-back", R, A, "consolidate", "office", "monitor"),
    ("consolidate", R, C, "consolidate", "office", "leadership"),
    ("consolidate", D, C, "consolidate", "office", "leadership"),
    ("present", C, P, "present", "institution", "nobody"),
    ("reopen", C, D, "consolidate", "office", "unit"),
    ("reopen", P, D, "present", "institution", "unit"),
    *(("register", state, P, "consolidate", "office", "nobody") for state in (D, A, R, C, P)),
    ("conclude", D, P, "present", "institution", "nobody"),
    ("instruct", D, D, "present", "institution", "unit"),
    ("close", D, R, "present", "institution", "nobody"),
    ("close", A, R, "present", "institution", "nobody"),
    ("strike", D, R, "present", "institution", "nobody"),
    ("strike", A, R, "present", "institution", "nobody"),
    ("discard", D, D, "edit", "unit", "nobody"),
    ("stop", P, P, "present", "institution", "nobody"),
    ("reassign", P, P, "present", "institution", "nobody"),
    ("occur", P, P, "consolidate", "office", "nobody"),
    ("grant", A, P, "present", "institution", "nobody"),
    ("decline", A, P, "present", "institution", "nobody"),
}
#: What the admin office may as well as the leadership.
EITHER = {("instruct", D), ("close", D), ("close", A), ("reassign", P)}
#: What the unit's head may as well as the admin office.
BY_HEAD = {("occur", P)}
#: What plans, conclusions and extensions alone go.
OF_PLANS = {
    (act, source)
    for act, source, *_more in TABLE
    if act in {"stop", "reassign", "occur", "grant", "decline", "discard"}
}
#: What an instruction alone goes.
OF_INSTRUCTIONS = {(act, source) for act, source, *_more in TABLE if act in {"instruct", "close", "strike"}}
#: The edges that look into the content or what stands against it beside: a reopened report or plan, too (no report may
#: cite the plan yet), a returned answer (only by the leader whose instruction it is).
CONTENT = {
    ("submit", D),
    ("review", A),
    ("return", A),
    ("consolidate", D),
    ("reopen", C),
    ("reopen", P),
    *(("register", state) for state in (D, A, R, C, P)),
    *((act, P) for act in ("stop", "reassign", "occur")),
    ("grant", A),
    ("conclude", D),
    ("instruct", D),
    ("strike", D),
    ("strike", A),
}
#: What is signed along with something else only.
WITHIN = {
    ("consolidate", R): "consolidation",
    ("present", C): "meeting",
}


def test_the_machine_is_the_table_of_the_design():
    edges = [edge for act in ACTS for edge in EDGES[act]]
    found = {(e.act, str(e.source), str(e.target), e.permission, e.held_on, str(e.then)) for e in edges}
    assert found == TABLE
    assert len(edges) == len(TABLE)


def test_there_are_exactly_five_states():
    assert [state.value for state in State] == [D, A, R, C, P]


def test_acts_that_undo_something_demand_a_reason():
    assert {act for act in ACTS for edge in EDGES[act] if edge.reason} == {
        "recall",
        "return",
        "send-back",
        "reopen",
        "close",
        "strike",
        "discard",
        "stop",
        "decline",
    }


def test_the_admin_office_does_for_the_leadership_what_the_table_says():
    edges = [edge for act in ACTS for edge in EDGES[act]]
    found = {edge.key: edge.either for edge in edges if edge.either}
    assert found == dict.fromkeys(EITHER, ("consolidate", "office")) | dict.fromkeys(
        BY_HEAD, ("approve", "unit")
    )


def test_the_content_is_looked_at_where_the_design_needs_it():
    edges = [edge for act in ACTS for edge in EDGES[act]]
    assert {edge.key for edge in edges if "content" in edge.checks} == CONTENT
    assert {edge.key: edge.within for edge in edges if edge.within} == WITHIN


def test_three_steps_are_for_different_people_and_nobody_closes_their_own_answer():
    assert {"submit", "approve", "review", "close"} == STEPS


def test_everyone_who_can_be_waited_for_holds_a_right_that_moves_the_case():
    assert set(AWAITED) == set(WaitsFor) - {WaitsFor.NOBODY}
    for whom, pair in AWAITED.items():
        ways = [edge for act in ACTS for edge in EDGES[act] if (edge.permission, edge.held_on) == pair]
        assert ways, whom


def test_every_state_can_be_reached_and_left():
    reached = {str(edge.target) for act in ACTS for edge in EDGES[act]}
    left = {str(edge.source) for act in ACTS for edge in EDGES[act]}
    assert reached == left == {D, A, R, C, P}


def test_a_consolidation_skips_the_two_middle_states():
    steps = procedure("consolidation", newest("consolidation"))
    states = {
        state
        for act in ACTS
        for edge in steps.edges_of(act)
        for state in (str(edge.source), str(edge.target))
    }
    assert states == {D, C, P}
    assert steps.edges_of("reopen") == ()


def test_reports_are_neither_registered_nor_concluded():
    every = {(act, source) for act, source, *_more in TABLE}
    for kind in ("unit-report", "monitoring-report"):
        steps = procedure(kind, newest(kind))
        taken = {edge.key for act in ACTS for edge in steps.edges_of(act)}
        never = {(act, source) for act, source in every if act in {"register", "conclude"}} | {
            ("consolidate", D)
        }
        assert every - taken == never | OF_INSTRUCTIONS | OF_PLANS


def test_conclusions_are_in_force_with_the_close_of_their_meeting_and_by_nothing_else():
    steps = procedure("conclusions", newest("conclusions"))
    entering = [edge.key for act in ACTS for edge in steps.edges_of(act) if edge.source != P]
    assert entering == [("conclude", D)]
    plan = procedure("plan", newest("plan"))
    assert plan.edges_of("conclude") == ()


def test_a_procedure_cannot_invent_an_edge_or_replace_another():
    with pytest.raises(ValueError, match="no such edges"):
        register(Procedure(kind="x", version=1, edges=frozenset({("approve", "presented")})))
    with pytest.raises(ValueError, match="exists"):
        register(Procedure(kind="plan", version=1, edges=frozenset()))


def test_the_declaration_alone_moves_no_stored_case(db):
    case = Case.objects.get(id=small_world().plan_at("submitted"))
    assert (case.state, case.submitted) == (D, True)
    case.approve()
    assert Case.objects.get(id=case.id).state == D


def test_the_diagram_draws_every_edge_and_every_state():
    out = StringIO()
    call_command("draw_workflow", stdout=out)
    drawing = out.getvalue()
    assert "```mermaid\nstateDiagram-v2\n" in drawing
    for act, source, target, permission, place, _then in TABLE:
        rights = f"{permission} on {place}" + (" or consolidate on office" if (act, source) in EITHER else "")
        rights += " or approve on unit" if (act, source) in BY_HEAD else ""
        line = f"{source.replace('-', '_')} --> {target.replace('-', '_')}: {act} ({rights})"
        assert line in drawing
    for state in (D, A, R, C, P):
        assert f'state "{state}" as {state.replace("-", "_")}' in drawing
