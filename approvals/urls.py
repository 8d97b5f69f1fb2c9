from django.urls import path

from . import views

urlpatterns = [
    path("inbox", views.InboxView.as_view()),
    path("acts", views.ActsView.as_view()),
    path("cases/<uuid:case_id>", views.CaseView.as_view()),
    path("cases/<uuid:case_id>/acts", views.CaseActsView.as_view()),
    path("cases/<uuid:case_id>/signatures", views.SignaturesView.as_view()),
    path("cases/<uuid:case_id>/submissions", views.SubmissionsView.as_view()),
    path("cases/<uuid:case_id>/submissions/<int:number>", views.SubmissionView.as_view()),
    path("cases/<uuid:case_id>/remarks", views.RemarksView.as_view()),
    path("remarks/<uuid:remark_id>/answer", views.RemarkAnswerView.as_view()),
    path("evidence", views.EvidenceUploadView.as_view()),
    path("evidence/<str:sha256>", views.EvidenceView.as_view()),
]
