"""An act is declared once, on workflow.models.Case; every other table of acts is compared with the machine."""

import json
import re

import pytest
from django.utils.translation import gettext, override

from notifications import words
from tests.contracts.test_size_budget import ROOT
from workflow.machine import ACTS, DECLARED, EDGES
from workflow.procedures import REGISTER

FRONTEND = ROOT / "frontend" / "src"
NAMES = {"actor": "Nguyễn Văn A", "title": "Kế hoạch"}


def test_every_act_has_edges_and_every_declared_method_is_an_act():
    assert EDGES.keys() == DECLARED.keys()
    assert all(EDGES.values())


def test_every_act_is_told():
    beside = {
        "draft",
        "brief",
        "desk",
        "assign",
        "release",
        "opening",
        "unsigned-conclusions",
        "ask",
        "follow",
        "post-entered",
        "post-of-own",
        "office-named",
        "hand",
        "inspection-entered",
        "inspection-ended",
        "reorganization-entered",
        "reorganization-confirmed",
        "reorganization-declined",
        "reorganization-withdrawn",
        "absence-entered",
        "put-in-charge",
        "authorised",
        "stand-in-ended",
        "due-soon",
        "unit-moved",
        "password-link",
        "clarify",
        "clarified",
    }
    called = {call.event for procedure in REGISTER.values() for call in procedure.calls.values()}
    assert words.SENTENCES.keys() - beside == set(ACTS) | called


@pytest.mark.parametrize("act", ACTS)
def test_an_act_has_a_name_and_a_sentence_in_both_languages(act):
    for msgid in (DECLARED[act].name, DECLARED[act].told):
        with override("vi"):
            assert gettext(msgid) != msgid
    with override("en"):
        assert "Kế hoạch" in words.sentence(words.Event(NAMES | {"act": act}))


def test_an_event_that_nobody_knows_is_told_all_the_same():
    with override("en"):
        assert words.sentence(words.Event(NAMES | {"act": "vanish"})) == "“Kế hoạch” has moved."


def test_an_event_is_told_once():
    with pytest.raises(ValueError, match="submit"):
        words.tell_as("submit", "x")


@pytest.mark.parametrize("event", words.SENTENCES)
def test_a_sentence_has_a_place_for_how_many_others(event):
    """In every language the title stands in it as it is: behind it is said to how many other cases it happened."""
    for language in ("vi", "en"):
        with override(language):
            assert words.TITLE in gettext(words.SENTENCES[event])


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_act_is_called_something_on_the_screen(language):
    named = json.loads((FRONTEND / "i18n" / f"{language}.json").read_text())
    assert named["act"].keys() >= set(ACTS)


def test_every_look_is_drawn():
    [pictures] = FRONTEND.rglob("act-looks.ts")
    drawn = set(re.findall(r"^  (\w+): [A-Z]\w+,$", pictures.read_text(), re.MULTILINE))
    assert drawn == {act.look for act in DECLARED.values()}
