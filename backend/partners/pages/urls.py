"""The address at which an invitation is taken up."""

from django.urls import path

from backend.partners.pages import invitations

urlpatterns = [path("invitation/<str:token>/", invitations.invitation, name="invitation_page")]
