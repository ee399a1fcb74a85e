"""Django's PostgreSQL with connections that are looked at before use without asking the server."""
