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
#: How lines below the table begin that are no part of the plan.
FEET = (APPROVED, f"{OFFICERS}:")
DEMO = "Dữ liệu minh họa"
#: Printed behind the note of a row of the demo, of which it is no part.
DEMO_MARK = f"({DEMO})"
