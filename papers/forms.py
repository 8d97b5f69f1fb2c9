"""The words of the college's forms (Notice 242/TB-CĐSL of 25/7/2025, attached forms), as printed."""

APPENDIX_1 = "PHỤ LỤC SỐ 1"
APPENDIX_1_TITLE = "KẾ HOẠCH THỰC HIỆN CÁC CÔNG VIỆC"
APPENDIX_1_COLUMNS = (
    "TT",
    "Mục tiêu (Chỉ tiêu), nhiệm vụ và giải pháp",
    "Đơn vị chủ trì",
    "Thời điểm hoàn thành",
    "Sản phẩm, minh chứng",
    "Ghi chú",
)
PART_TARGETS = "Mục tiêu (Chỉ tiêu)"
PART_TASKS = "Nhiệm vụ, giải pháp"

#: Who of the units follows the plan, below the table (Notice 242, I.1).
OFFICERS = "Viên chức theo dõi, đôn đốc"
#: Not "đã ký số": what we hold is no digital signature in law.
APPROVED = "Đã duyệt trên hệ thống"
DIGEST = "Mã kiểm tra nội dung"
#: Under the table: who answers for which rows, and that the six clarities are not asked of a plan (Notice 242, I.1).
CLEAR, WHOLE_PLAN, PERSON, AUTHORITY = (
    "Rõ người, rõ thẩm quyền",
    "cả kế hoạch",
    "người phụ trách",
    "thẩm quyền",
)
EXEMPT = "Miễn 6 rõ"
#: How each line begins that we print under the table; none is a row.
FEET = (APPROVED, CLEAR, EXEMPT, f"{OFFICERS}:")
DEMO = "Dữ liệu minh họa"
#: Printed behind the note of a row of the demo, of which it is no part.
DEMO_MARK = f"({DEMO})"
