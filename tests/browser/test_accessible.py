"""Every screen in both languages, light and dark: nothing that axe finds, nothing sideways on the narrowest phone."""

import pytest
from playwright.sync_api import Page, expect

from .conftest import Window
from .screens import SCREENS, settled, sideways, turn_to
from .test_screens import AXE

pytestmark = pytest.mark.browser
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
#: What a scheme can break; names, roles and order are the same in both.
COLOUR = ["color-contrast", "link-in-text-block"]
LANGUAGES = {"vi": "VI – Tiếng Việt", "en": "EN – English"}


def found(page: Page, rules: list[str] | None = None) -> list[str]:
    only = {"type": "rule", "values": rules} if rules else TAGS
    violations = page.evaluate("only => axe.run({runOnly: only}).then(result => result.violations)", only)
    return [f"{one['id']}: {node['html'][:200]}" for one in violations for node in one["nodes"][:2]]


def speak(page: Page, language: str) -> None:
    """The screen is switched in place, as a person does it."""
    button = page.get_by_role("button", name=LANGUAGES[language])
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator("html")).to_have_attribute("lang", language)
    settled(page)


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_is_accessible_in_each_language_and_scheme(window: Window, name: str) -> None:
    screen = SCREENS[name]
    page = window(screen.username, "/week" if screen.among else screen.path)
    page.emulate_media(reduced_motion="reduce")
    if screen.among:
        page.goto(screen.address(page))
    settled(page)
    page.evaluate(AXE.read_text("utf-8"))  # outside of the page's Content-Security-Policy
    speaks = page.get_by_role("button", name=LANGUAGES["en"]).count() > 0
    faults = {}
    for language in LANGUAGES if speaks else ["vi"]:
        if speaks:
            speak(page, language)
        turn_to(page, "light")
        faults[language, "light"] = found(page)
        turn_to(page, "dark")
        faults[language, "dark"] = found(page, COLOUR)
    assert {where: grave for where, grave in faults.items() if grave} == {}
    page.set_viewport_size({"width": 360, "height": 780})
    settled(page)
    assert sideways(page) <= 0
