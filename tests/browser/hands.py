"""Two ways of using a screen: with a mouse, and by keyboard alone."""

from playwright.sync_api import Locator, Page, expect

#: More than there are places to stop at on any screen.
MOST_STOPS = 250


class Mouse:
    """Clicks."""

    def use(self, control: Locator) -> None:
        """A button, link or box."""
        control.click()

    def fill(self, field: Locator, text: str) -> None:
        field.fill(text)

    def choose(self, select: Locator, label: str) -> None:
        select.select_option(label=label)

    def begin(self, cell: Locator) -> None:
        """A cell of a grid becomes the active one."""
        cell.click()


class Keyboard:
    """Goes from stop to stop with Tab, as somebody without a mouse has to; a control that Tab does not reach fails."""

    def reach(self, control: Locator) -> Page:
        expect(control).to_be_visible()
        page = control.page
        for _stop in range(MOST_STOPS):
            if control.evaluate(
                "one => one === document.activeElement || one.contains(document.activeElement)"
            ):
                return page
            if page.evaluate("document.activeElement.closest('[role=grid]') !== null"):
                page.keyboard.press("Escape")  # Tab goes from cell to cell until then
            page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not come to {control}")

    def use(self, control: Locator) -> None:
        box = control.evaluate("one => one.type === 'checkbox'")
        self.reach(control).keyboard.press("Space" if box else "Enter")

    def fill(self, field: Locator, text: str) -> None:
        page = self.reach(field)
        page.keyboard.press("Control+a")
        page.keyboard.type(text)

    def choose(self, select: Locator, label: str) -> None:
        expect(select.get_by_role("option", name=label, exact=True)).to_have_count(1)
        page = self.reach(select)
        for _option in range(select.locator("option").count()):
            if select.evaluate("one => one.selectedOptions[0].label") == label:
                return
            page.keyboard.press("ArrowDown")
        raise AssertionError(f"the keyboard does not choose {label}")

    def begin(self, cell: Locator) -> None:
        """Into the grid, then with the arrows."""
        grid = cell.locator("xpath=ancestor::*[@role='grid']")
        page = self.reach(grid)
        for key in ("ArrowRight",) * 20:
            if cell.get_attribute("aria-selected") == "true":
                return
            page.keyboard.press(key)
        raise AssertionError(f"the arrows do not come to {cell}")


Hand = Mouse | Keyboard
