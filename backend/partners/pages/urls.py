"""The addresses at which an invitation is taken up and a forgotten password replaced."""

from django.urls import path

from backend.partners.pages import invitations, passwords

urlpatterns = [
    path("invitation/<str:token>/", invitations.invitation, name="invitation_page"),
    path("password/", passwords.forgotten, name="password_forgotten"),
    path("password/<str:token>/", passwords.password, name="password_page"),
]
