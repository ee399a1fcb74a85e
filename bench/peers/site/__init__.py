"""A plain site for django-helpdesk, as its documentation recommends; it runs in an environment of its own."""
