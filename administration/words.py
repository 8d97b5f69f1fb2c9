"""What is declared once: events of administration, the columns of lists, what is wrong with a line."""

import re
from collections.abc import Mapping

from django.utils.translation import gettext_noop as _

#: Events that the leadership is told of.
SIGNING_POST, OWN_POST, NEW_OFFICE, NEW_LINK = "post-entered", "post-of-own", "office-named", "password-link"
MOVED_UNIT = "unit-moved"
#: What is told of who is away and who signs meanwhile, to the leadership and to those whom it concerns.
AWAY, IN_CHARGE, AUTHORISED, STOOD_DOWN = "absence-entered", "put-in-charge", "authorised", "stand-in-ended"
#: What is told of inspections.
INSPECTION, INSPECTION_ENDED = "inspection-entered", "inspection-ended"
#: What is told of mergers and splits.
REORGANIZATION, REORGANIZATION_CONFIRMED = "reorganization-entered", "reorganization-confirmed"
REORGANIZATION_DECLINED, REORGANIZATION_WITHDRAWN = "reorganization-declined", "reorganization-withdrawn"
#: What is counted where there are several of them.
POST = "post"
#: How a line of a list stands to what is there.
NEW, CHANGED, SAME = "new", "changed", "same"
CHANGES = (NEW, CHANGED, SAME)

#: Field -> what its column is called, without marks; the first that matches takes the column.
UNIT_COLUMNS: Mapping[str, re.Pattern[str]] = {
    "code": re.compile(r"^(?:ma|ky hieu|ma don vi|ma so)\b"),
    "parent": re.compile(r"cap tren|truc thuoc|thuoc don vi"),
    "aliases": re.compile(r"ten (?:khac|goi khac|viet tat)|viet tat"),
    "kind": re.compile(r"^loai|kieu don vi"),
    "name": re.compile(r"^ten|don vi"),
}
PEOPLE_COLUMNS: Mapping[str, re.Pattern[str]] = {
    "username": re.compile(r"dang nhap|tai khoan"),
    "full_name": re.compile(r"ho (?:va )?ten|ho, ten|ho dem"),
    "email": re.compile(r"e-?mail|thu dien tu"),
    "telephone": re.compile(r"dien thoai|so may|di dong|sdt"),
    "decision_number": re.compile(r"^so (?:qd|quyet dinh)|so, ?ky hieu"),
    "decision_date": re.compile(r"ngay (?:qd|quyet dinh|ky)"),
    "since": re.compile(r"tu ngay|ngay bat dau|ngay nhan"),
    "until": re.compile(r"den ngay|ngay ket thuc|het ngay"),
    "title": re.compile(r"chuc (?:vu|danh)|vi tri"),
    "unit": re.compile(r"don vi|phong|khoa|noi cong tac"),
}

#: Code of what is wrong with a cell -> its sentence.
SENTENCES: Mapping[str, str] = {
    "missing": _("This is missing."),
    "too-long": _("This has %(length)s characters; at most %(limit)s can be kept."),
    "cell-fault": _("The cell holds an Excel error: “%(text)s”."),
    "code-malformed": _("A code holds letters, figures, full stops and hyphens only: “%(text)s”."),
    "code-double": _("The code “%(text)s” stands in row %(row)s already."),
    "code-taken": _("The code “%(text)s” cannot be used: it is taken."),
    "kind-unknown": _("No kind of unit is called “%(text)s”."),
    "unit-unknown": _("No unit is called “%(text)s”."),
    "unit-ambiguous": _("Several units are called “%(text)s”: write the code."),
    "unit-ended": _("“%(text)s” has ended."),
    "parent-circle": _("“%(text)s” lies below this unit itself."),
    "username-malformed": _(
        "A login holds small letters without marks, figures, full stops and hyphens: “%(text)s”."
    ),
    "username-double": _("The login “%(text)s” has another name in row %(row)s."),
    "username-other-name": _("The login “%(text)s” belongs to %(name)s."),
    "username-taken": _("The login “%(text)s” cannot be used: it is taken."),
    "person-ambiguous": _("Several people are called “%(text)s”: write the login."),
    "person-inactive": _("%(name)s is deactivated."),
    "email-malformed": _("“%(text)s” is no e-mail address."),
    "telephone-malformed": _("“%(text)s” is no telephone number."),
    "day-impossible": _("There is no such date: “%(text)s”."),
    "ends-before-it-begins": _("The last day lies before the first."),
    "post-unknown": _("No post is called “%(text)s” in %(unit)s."),
    "post-double": _("The same post stands in row %(row)s already."),
    "decision-missing": _("A post that signs needs the number and the date of the decision."),
    "second-head": _("%(unit)s has a head at that time already: %(name)s."),
    "since-kept": _("The post has begun on %(day)s; that day stays."),
}
