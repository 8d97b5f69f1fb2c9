from django.urls import path, register_converter

from . import views


class Sha256Converter:
    """64 lower-case hexadecimal digits."""

    regex = "[0-9a-f]{64}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Sha256Converter, "sha256")

urlpatterns = [
    path("inbox", views.InboxView.as_view()),
    path("acts", views.ActsView.as_view()),
    path("cases", views.CasesView.as_view()),
    path("cases/<uuid:case_id>", views.CaseView.as_view()),
    path("cases/<uuid:case_id>/acts", views.CaseActsView.as_view()),
    path("cases/<uuid:case_id>/signatures", views.SignaturesView.as_view()),
    path("cases/<uuid:case_id>/submissions", views.SubmissionsView.as_view()),
    path("cases/<uuid:case_id>/submissions/<int:number>", views.SubmissionView.as_view()),
    path("cases/<uuid:case_id>/remarks", views.RemarksView.as_view()),
    path("remarks/<uuid:remark_id>/answer", views.RemarkAnswerView.as_view()),
    path("evidence", views.EvidenceUploadView.as_view()),
    path("evidence/<sha256:sha256>", views.EvidenceView.as_view()),
]
