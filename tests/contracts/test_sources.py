"""Each rule with its source: no code of a reason without one, nothing declared that nobody says."""

import ast
from importlib import import_module

import pytest
from django.utils.translation import gettext, override

import workflow.sources
from deploy.project import ROOT
from tests.contracts.reason_codes import Unnamed, codes_of, said_by, texts_of
from workflow.rules import CONTENT, Reason
from workflow.sources import DECLARED, NOTICE_II_8, SOFTWARE, Source, Sources, declare

APPS = sorted(path.parent.name for path in ROOT.glob("*/sources.py"))
KNOWN = {one for one in vars(workflow.sources).values() if isinstance(one, Source)}


def sources_of(app: str) -> Sources:
    """What an app declares."""
    found: Sources = import_module(f"{app}.sources").SOURCES
    return found


def declared(app: str) -> set[str | tuple[str, str]]:
    """The codes that an app declares, some with their sentence."""
    return {rule for ruled in sources_of(app).values() for rule in ruled}


@pytest.mark.parametrize("app", APPS)
def test_each_code_has_a_source_and_each_source_a_code(app: str) -> None:
    codes = {rule if isinstance(rule, str) else rule[0] for rule in declared(app)}
    said = codes_of(app)
    assert said - codes == set(), "said, but with no source"
    assert codes - said == set(), "declared, but nobody says it"


def test_whoever_says_a_reason_declares() -> None:
    paths = [
        path
        for path in ROOT.glob("*/**/*.py")
        if path.relative_to(ROOT).parts[0] not in {"tests", "frontend"}
    ]
    saying = {
        path.relative_to(ROOT).parts[0]
        for path in paths
        if not path.relative_to(ROOT).parts[0].startswith(".")
        and " Reason(" in f" {path.read_text()}".replace("[", " ")
    }
    assert saying == set(APPS)


@pytest.mark.parametrize("app", APPS)
def test_a_sentence_that_decides_the_source_is_said(app: str) -> None:
    sentences = {rule[1] for rule in declared(app) if not isinstance(rule, str)}
    assert sentences - texts_of(app) == set()


def test_only_known_sources_are_named_and_each_rules_something() -> None:
    assert {source for app in APPS for source in sources_of(app)} == KNOWN
    assert all(
        DECLARED[rule] == source
        for app in APPS
        for source, ruled in sources_of(app).items()
        for rule in ruled
    )


def test_a_paper_says_since_when_and_is_called_something_in_vietnamese() -> None:
    assert [source for source in KNOWN if source.valid_from is None] == [SOFTWARE]
    with override("vi"):
        assert all(gettext(source.name) != source.name for source in KNOWN)
        assert gettext(NOTICE_II_8.name) == "Thông báo 242/TB-CĐSL, mục II.8"


def test_a_code_with_two_sources_is_told_apart_by_its_sentence() -> None:
    overdue = Reason("cause-missing", CONTENT, "It is overdue: the cause is missing.")
    asked = Reason("cause-missing", CONTENT, "Write why it cannot be done in time.")
    assert overdue.source == NOTICE_II_8
    assert asked.source == SOFTWARE


def test_a_second_source_for_the_same_code_is_refused() -> None:
    with pytest.raises(ValueError, match="two sources"):
        declare({NOTICE_II_8: ("stale",)})
    assert DECLARED["stale"] == SOFTWARE


def test_a_computed_code_is_named_or_refused() -> None:
    code = ast.parse("some[code]", mode="eval").body
    with pytest.raises(Unnamed):
        said_by("plans/rules/gaps.py", code)
