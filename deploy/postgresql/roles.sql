-- Dosja's two roles and its database (docs/second-lock.md), once, as a superuser of the server:
--     runuser -u postgres -- psql -v ON_ERROR_STOP=1 -f deploy/postgresql/roles.sql
-- There are no passwords: over the unix socket PostgreSQL asks the system who is calling ("peer", Debian's default),
-- and the users of the system are called like the roles. Another machine needs passwords and TLS: see docs/second-lock.md.
CREATE ROLE dosja_owner LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
CREATE ROLE dosja_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
ALTER ROLE dosja_app SET timezone TO 'UTC';
CREATE DATABASE dosja OWNER dosja_owner TEMPLATE template0 ENCODING 'UTF8';
REVOKE CONNECT ON DATABASE dosja FROM PUBLIC;
GRANT CONNECT ON DATABASE dosja TO dosja_app;
\connect dosja
CREATE EXTENSION pg_trgm;
ALTER FUNCTION pg_catalog.ts_match_vq(tsvector, tsquery) LEAKPROOF;
ALTER FUNCTION pg_catalog.textlike(text, text) LEAKPROOF;
