#!/bin/sh
# Once, when the data directory is new: Dosja's two roles and its database (docs/second-lock.md).
set -eu
psql --username postgres --set ON_ERROR_STOP=1 \
    --set owner_password="$(cat /run/secrets/owner_password)" --set app_password="$(cat /run/secrets/app_password)" <<'SQL'
CREATE ROLE dosja_owner LOGIN PASSWORD :'owner_password' NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
CREATE ROLE dosja_app LOGIN PASSWORD :'app_password' NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
ALTER ROLE dosja_app SET timezone TO 'UTC';
CREATE DATABASE dosja OWNER dosja_owner TEMPLATE template0 ENCODING 'UTF8';
REVOKE CONNECT ON DATABASE dosja FROM PUBLIC;
GRANT CONNECT ON DATABASE dosja TO dosja_app;
\connect dosja
CREATE EXTENSION pg_trgm;
ALTER FUNCTION pg_catalog.ts_match_vq(tsvector, tsquery) LEAKPROOF;
ALTER FUNCTION pg_catalog.textlike(text, text) LEAKPROOF;
SQL
