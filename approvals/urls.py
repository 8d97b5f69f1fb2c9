from django.urls import path, register_converter

from .views import awaited, cases, differences, handings, inbox, opened, remarks


class Sha256Converter:
    """64 lower-case hexadecimal digits."""

    regex = "[0-9a-f]{64}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Sha256Converter, "sha256")

urlpatterns = [
    path("inbox", inbox.InboxView.as_view()),
    path("inbox/elsewhere", inbox.ElsewhereView.as_view()),
    path("acts", cases.ActsView.as_view()),
    path("acts/preview", inbox.PreviewView.as_view()),
    path("cases", cases.CasesView.as_view()),
    path("cases/<uuid:case_id>", cases.CaseView.as_view()),
    path("cases/<uuid:case_id>/acts", cases.CaseActsView.as_view()),
    path("cases/<uuid:case_id>/signatures", cases.SignaturesView.as_view()),
    path("cases/<uuid:case_id>/submissions", cases.SubmissionsView.as_view()),
    path("cases/<uuid:case_id>/submissions/<int:number>", cases.SubmissionView.as_view()),
    path("cases/<uuid:case_id>/diff", differences.DifferenceView.as_view()),
    path("cases/<uuid:case_id>/awaited", awaited.AwaitedView.as_view()),
    path("cases/<uuid:case_id>/handings", handings.HandingsView.as_view()),
    path("cases/<uuid:case_id>/opened-rows", opened.OpenedRowsView.as_view()),
    path("cases/<uuid:case_id>/remarks", remarks.RemarksView.as_view()),
    path("remarks/<uuid:remark_id>/answer", remarks.RemarkAnswerView.as_view()),
    path("remarks/<uuid:remark_id>/withdraw", remarks.RemarkWithdrawalView.as_view()),
    path("evidence", cases.EvidenceUploadView.as_view()),
    path("evidence/<sha256:sha256>", cases.EvidenceView.as_view()),
]
