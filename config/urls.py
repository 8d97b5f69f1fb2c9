"""Addresses: the API, its description, the health checks, and the screen for everything else."""

from django.urls import include, path, re_path
from drf_spectacular.views import SpectacularJSONAPIView

from .views import Shell, healthz, readyz

urlpatterns = [
    path("api/v1/", include("organization.urls")),
    path("api/v1/", include("notifications.urls")),
    path("api/v1/", include("approvals.urls")),
    path("api/v1/", include("periods.urls")),
    path("api/v1/", include("plans.urls")),
    path("api/v1/", include("instructions.urls")),
    path("api/v1/", include("opinions.urls")),
    path("api/v1/", include("extensions.urls")),
    path("api/v1/", include("reports.urls")),
    path("api/v1/", include("meetings.urls")),
    path("api/v1/", include("handovers.urls")),
    path("api/v1/", include("weeks.urls")),
    path("api/v1/", include("administration.urls")),
    path("api/schema/", SpectacularJSONAPIView.as_view(permission_classes=[], authentication_classes=[])),
    path("healthz", healthz),
    path("readyz", readyz),
    re_path(r"^(?!api/|ws/|static/).*$", Shell.as_view()),
]
handler400 = "config.views.bad_request"
handler404 = "config.views.not_found"
handler500 = "config.views.failed"
