"""A plain site for django-helpdesk, as its documentation recommends; runs in that product's own environment."""
