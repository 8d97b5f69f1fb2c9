from django.urls import path

from .views import agenda, consequences, consolidations, meetings

urlpatterns = [
    path("plans/<uuid:case_id>/acknowledgements", consequences.AcknowledgementsView.as_view()),
    path("consolidations", consolidations.ConsolidationsView.as_view()),
    path("consolidations/<uuid:case_id>", consolidations.ConsolidationView.as_view()),
    path("consolidations/<uuid:case_id>/close", consolidations.ConsolidationCloseView.as_view()),
    path("meetings", meetings.MeetingsView.as_view()),
    path("meetings/<uuid:meeting_id>", meetings.MeetingView.as_view()),
    path("meetings/<uuid:meeting_id>/close", meetings.MeetingCloseView.as_view()),
    path("meetings/<uuid:meeting_id>/agenda", agenda.AgendaView.as_view()),
    path("meetings/<uuid:meeting_id>/slips", agenda.SlipsView.as_view()),
    path("meetings/<uuid:meeting_id>/answers", agenda.AnswersView.as_view()),
    path("meetings/<uuid:meeting_id>/conclusions", agenda.ConclusionsView.as_view()),
    path("meetings/<uuid:meeting_id>/consequences", consequences.MeetingConsequencesView.as_view()),
    path("meetings/<uuid:meeting_id>/inaccurate", consequences.MeetingInaccurateView.as_view()),
    path("consequences", consequences.ConsequencesView.as_view()),
    path("consequences/export", consequences.ConsequencesExportView.as_view()),
]
