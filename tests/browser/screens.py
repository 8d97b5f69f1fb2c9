"""Every screen of the product, as the person for whom the demo makes it richest."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from playwright.sync_api import Page, expect

Found = dict[str, Any]
MONTH, YEAR = "2026-11", "2026-2027"
MONTHLY = f"reports?kind=monitoring&period={MONTH}&unit="


@dataclass(frozen=True)
class Screen:
    """Where it stands; a path with {id} asks this list of the API for the first case that fits."""

    username: str | None
    path: str
    among: str = ""
    fits: Callable[[Found], bool] = lambda _found: True

    def address(self, page: Page) -> str:
        if not self.among:
            return self.path
        asked = f"/api/v1/{self.among}"
        cases = page.evaluate("path => fetch(path).then(r => r.json()).then(b => b.results)", asked)
        return self.path.format(id=next(case["id"] for case in cases if self.fits(case)))


def at(state: str) -> Callable[[Found], bool]:
    return lambda found: bool(found["state"] == state)


def titled(words: str) -> Callable[[Found], bool]:
    return lambda found: words in found["title"]


SCREENS = {
    "login": Screen(None, "/login"),
    "invitation": Screen(None, "/invitations/nothing"),
    "begin": Screen(None, "/begin/nothing"),
    "inbox": Screen("hcqt.head", "/"),
    "inbox-empty": Screen("auditor", "/"),
    "week": Screen("kt-dbcl.officer", "/week"),
    "plans": Screen("hcqt.head", "/plans"),
    "new-plan": Screen("dt.officer", "/plans/new"),
    "import-plan": Screen("dt.officer", "/plans/import"),
    "plan": Screen("dt.head", "/plans/{id}", "plans", at("unit-approved")),
    "plan-draft": Screen("hcqt.officer", "/plans/{id}", "plans", at("draft")),
    "plan-in-force": Screen("hcqt.head", "/plans/{id}", "plans", at("presented")),
    "conclusions": Screen("hcqt.head", "/plans/{id}", "plans", titled("Kết luận giao ban")),
    "months": Screen("hcqt.clerk", f"/months/{MONTH}"),
    "matrix": Screen("rector", f"/months/{YEAR}"),
    "sheet": Screen("hcqt.officer", f"/sheets/{MONTH}/HCQT"),
    "sheet-signed": Screen("iso.officer", "/sheets/2026-10/ISO"),
    "report": Screen("dt.officer", "/reports/{id}", f"{MONTHLY}DT"),
    "report-signed": Screen("hcqt.head", "/reports/{id}", f"{MONTHLY}HCQT"),
    "consolidations": Screen("hcqt.clerk", "/consolidations"),
    "new-consolidation": Screen("hcqt.clerk", "/consolidations/new"),
    "consolidation": Screen("rector", "/consolidations/{id}", "consolidations", at("consolidated")),
    "meetings": Screen("rector", "/meetings"),
    "new-meeting": Screen("hcqt.clerk", "/meetings/new"),
    "meeting": Screen("rector", "/meetings/{id}", "meetings"),
    "slips": Screen("hcqt.head", "/meetings/{id}/slips", "meetings"),
    "consequences": Screen("rector", "/consequences"),
    "instructions": Screen("rector", "/instructions"),
    "instruction": Screen("hcqt.officer", "/instructions/{id}", "instructions"),
    "extensions": Screen("hcqt.head", "/extensions"),
    "extension": Screen("rector", "/extensions/{id}", "extensions"),
    "handovers": Screen("kt-dbcl.head", "/handovers"),
    "handover": Screen("rector", "/handovers/{id}", "handovers"),
    "opening-sheets": Screen("hcqt.head", "/opening-sheets"),
    "deadlines": Screen("hcqt.head", "/deadlines"),
    "stand-ins": Screen("rector", "/stand-ins"),
    "inspections": Screen("rector", "/inspections"),
    "reorganizations": Screen("rector", "/reorganizations"),
    "administration": Screen("tccb", "/administration"),
    "administration-units": Screen("tccb", "/administration/units"),
    "administration-people": Screen("tccb", "/administration/people"),
    "administration-people-sheet": Screen("tccb", "/administration/people?sheet=true"),
    "administration-rights": Screen("tccb", "/administration/rights"),
    "administration-register": Screen("auditor", "/administration/register"),
    "refused": Screen("dt.officer", "/administration/people"),
    "not-found": Screen("dt.officer", "/nothing-here"),
}


#: Whatever slides or fades has come to its end.
MOVED = """() => Promise.allSettled(
  document.getAnimations().filter(one => one.effect.getComputedTiming().endTime < Infinity).map(one => one.finished))"""


def settled(page: Page) -> None:
    """Waits until what the screen shows has come, and has been drawn."""
    expect(page.locator("h1, h2").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    expect(page.locator(".mantine-Skeleton-root")).to_have_count(0)
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    page.evaluate(MOVED)


def turn_to(page: Page, scheme: Literal["light", "dark"]) -> None:
    """The system turns light or dark, and the screen with it."""
    page.emulate_media(color_scheme=scheme)
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", scheme)
    page.evaluate(MOVED)


def sideways(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
