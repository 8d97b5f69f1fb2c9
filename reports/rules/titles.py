"""What reports are called, in the Vietnamese of the office that signs them."""

from datetime import date, timedelta

from notation.text import excerpt
from organization.models import Unit
from periods.models import Period
from periods.rules.naming import period_name


def unit_report_title(period: Period, unit: Unit, monitor: Unit) -> str:
    """báo cáo kết quả thực hiện: whose, and to whom."""
    return f"Báo cáo kết quả thực hiện {period_name(period)} – {unit.name} (gửi {monitor.name})"


def monitoring_report_title(period: Period, unit: Unit) -> str:
    """báo cáo tháng of the Notice's form."""
    return f"Báo cáo {period_name(period)} kết quả theo dõi – {unit.name}"


def update_title(period: Period, text: str) -> str:
    """cập nhật sau báo cáo: of which row, in which period."""
    return f"Cập nhật sau báo cáo {period_name(period)}: {excerpt(text)}"


def opening_title(unit: Unit, monitor: Unit, until: date) -> str:
    """phiếu đầu kỳ: whose rows, followed by whom, until which day."""
    return f"Phiếu đầu kỳ – {unit.name} (việc đến hạn trước {until + timedelta(days=1):%d/%m/%Y}, gửi {monitor.name})"
