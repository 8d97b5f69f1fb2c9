"""Every code has a sentence, and every sentence can be filled."""

import re
from pathlib import Path

from papers.intake import archive, task_rows
from papers.intake.archive import Unreadable
from papers.intake.problems import Problem, quote
from papers.intake.sentences import SENTENCES, sentence

PACKAGE = Path(archive.__file__).parent
NOTATION = PACKAGE.parents[1] / "notation"


def test_every_code_in_the_sources_has_a_sentence() -> None:
    modules = [*PACKAGE.glob("*.py"), *NOTATION.glob("*.py")]
    other = {"sentences.py", "consequences.py"}  # the sentences themselves; a paper that reads nothing
    source = "\n".join(path.read_text() for path in modules if path.name not in other)
    prefixes = "file|sheet|column|heading|row|rows|cell|unit|due|target|no|text|lead|product"
    said = set(re.findall(rf'"((?:{prefixes})-[a-z-]+)"', source))
    built = {f"{name}-missing" for name in task_rows.REQUIRED}
    assert said | built == set(SENTENCES)


def test_a_problem_and_a_refusal_become_sentences() -> None:
    problem = Problem(7, "due", "due-before-year", {"text": "Tháng 8/2020", "year": "2021"})
    assert "Tháng 8/2020" in sentence(problem)
    assert "2021" in sentence(problem)
    assert "10 MB" in sentence(Unreadable("file-too-large", limit="10"))


def test_a_long_cell_is_quoted_in_part_and_on_one_line() -> None:
    assert quote("a\n b") == "a b"
    assert quote("x" * 500) == "x" * 120 + "…"
