from django.urls import path

from .views.beginning import InvitationView, LinksView, PasswordView, SetupView
from .views.inspections import InspectionEndView, InspectionPlansView, InspectionsView, VisitsView
from .views.institution import InstitutionView
from .views.lists import PeopleListsView, UnitListsView
from .views.people import PeopleView, PersonView, PostEndView, PostsView
from .views.register import RegisterView
from .views.reorganizations import (
    ReorganizationCloseView,
    ReorganizationConfirmView,
    ReorganizationPartsView,
    ReorganizationsView,
)
from .views.rights import RightsView
from .views.stand_ins import BarredView, StandInEndView, StandInFileView, StandInsView
from .views.units import UnitEndView, UnitsView, UnitView

urlpatterns = [
    path("institution", InstitutionView.as_view()),
    path("units", UnitsView.as_view()),
    path("units/<str:code>", UnitView.as_view()),
    path("units/<str:code>/end", UnitEndView.as_view()),
    path("unit-lists", UnitListsView.as_view()),
    path("people", PeopleView.as_view()),
    path("people/links", LinksView.as_view()),
    path("people/<uuid:person>", PersonView.as_view()),
    path("people/<uuid:person>/barred", BarredView.as_view()),
    path("people/<uuid:person>/posts", PostsView.as_view()),
    path("people-lists", PeopleListsView.as_view()),
    path("posts/<uuid:post>/end", PostEndView.as_view()),
    path("invitations/<str:secret>", InvitationView.as_view()),
    path("password", PasswordView.as_view()),
    path("setup", SetupView.as_view()),
    path("register", RegisterView.as_view()),
    path("rights", RightsView.as_view()),
    path("inspections", InspectionsView.as_view()),
    path("inspections/<uuid:inspection>/plans", InspectionPlansView.as_view()),
    path("inspections/<uuid:inspection>/end", InspectionEndView.as_view()),
    path("inspections/<uuid:inspection>/visits", VisitsView.as_view()),
    path("reorganizations", ReorganizationsView.as_view()),
    path("reorganizations/<uuid:reorganization>/parts", ReorganizationPartsView.as_view()),
    path("reorganizations/<uuid:reorganization>/confirm", ReorganizationConfirmView.as_view()),
    path("reorganizations/<uuid:reorganization>/close", ReorganizationCloseView.as_view()),
    path("stand-ins", StandInsView.as_view()),
    path("stand-ins/<uuid:stand_in>/end", StandInEndView.as_view()),
    path("stand-ins/<uuid:stand_in>/file", StandInFileView.as_view()),
]
