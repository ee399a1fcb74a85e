"""Addresses of keeping and erasing."""

urlpatterns: list = []
