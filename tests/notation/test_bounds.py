"""The bound that a target's sentence names, and whether a figure keeps it."""

from decimal import Decimal

import pytest

from notation.target import bound_in


@pytest.mark.parametrize(
    ("wording", "reached", "kept"),
    [
        ("Tỷ lệ sinh viên tốt nghiệp đạt ít nhất 95%", "80", False),
        ("Tỷ lệ sinh viên tốt nghiệp đạt ít nhất 95%", "95", True),
        ("Tỷ lệ giảng viên đạt chuẩn > 60", "60", False),
        ("Có từ 03 giải trở lên", "2", False),
        ("Có từ 03 giải trở lên", "3", True),
        ("Tỷ lệ bỏ học không quá 1,5%", "1.6", False),
        ("Tỷ lệ bỏ học không quá 1,5%", "1.5", True),
        ("Tỷ lệ chuyển đổi số dưới 5%", "5", False),
        ("Tỷ lệ đạt 30-35%", "29.9", False),
    ],
)
def test_a_figure_keeps_or_misses_the_bound(wording, reached, kept):
    bound = bound_in(wording)
    assert bound is not None
    assert bound.met_by(Decimal(reached)) is kept


@pytest.mark.parametrize(
    "wording", ["Hoàn thành hồ sơ kiểm định", "Tháng 10/2026", "Đạt 95%", "", "-", "mức độ 2"]
)
def test_what_names_no_bound_accuses_nobody(wording):
    assert bound_in(wording) is None
