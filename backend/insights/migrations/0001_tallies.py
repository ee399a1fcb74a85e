"""The table of kept sums, and on PostgreSQL the triggers that write it (ADR 52).

The functions run as the owner of the tables: the last release goes on writing cases while this one is
migrated, and its role has no right to a table that is new. The search path is theirs, so that nobody puts
tables of his own before ours.
"""

import django.db.models.deletion
from django.db import migrations, models

_COUNTED = "owner_id, opened_at, restricted, state, kind, category_id, place_id, institution_id"
_FACETS = (
    "(VALUES ('state', c.state), ('kind', c.kind), ('category', c.category_id::text),"
    " ('place', c.place_id::text), ('institution', c.institution_id::text)) f (facet, value)"
)
# Of the names that Python knows, PostgreSQL takes these for abbreviations, without summer time.
_ZONE = """
CREATE FUNCTION dosja_tally_zone(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE name WHEN 'CET' THEN 'Europe/Brussels' WHEN 'MET' THEN 'Europe/Brussels'
        WHEN 'EET' THEN 'Europe/Athens' WHEN 'WET' THEN 'Europe/Lisbon' ELSE name END
"""


def _cases(table, sign):
    """The cases that count, each with its day where its owner sits."""
    return f"""
        SELECT c.owner_id AS partner, (c.opened_at AT TIME ZONE dosja_tally_zone(p.time_zone))::date AS day,
            c.state, c.kind, c.category_id, c.place_id, c.institution_id, {sign} AS sign
        FROM {table} c JOIN partners_partner p ON p.id = c.owner_id
        WHERE NOT c.restricted AND c.state <> 'transferred'"""  # noqa: S608  # names of our own


def _added(cases, owners):
    """Append what these cases change. A changed time zone waits for who is here, and the others for it."""
    return f"""
        PERFORM pg_advisory_xact_lock_shared(dosja_tally_lock(o.owner_id))
            FROM (SELECT DISTINCT owner_id FROM ({owners}) w ORDER BY owner_id) o;
        INSERT INTO insights_tally (partner_id, day, facet, value, count)
            SELECT c.partner, c.day, f.facet, f.value, sum(c.sign) FROM ({cases}) c CROSS JOIN LATERAL {_FACETS}
            GROUP BY c.partner, c.day, f.facet, f.value HAVING sum(c.sign) <> 0;"""  # noqa: S608  # likewise


_LOCK = """
CREATE FUNCTION dosja_tally_lock(partner uuid) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN hashtextextended('dosja tally ' || partner::text, 0)
"""
_COUNT = f"""
CREATE FUNCTION dosja_tally_count() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = {{schema}}, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        {_added(_cases("came", 1), "SELECT owner_id FROM came")}
    ELSIF TG_OP = 'DELETE' THEN
        {_added(_cases("went", -1), "SELECT owner_id FROM went")}
    ELSIF EXISTS (SELECT {_COUNTED} FROM came EXCEPT ALL SELECT {_COUNTED} FROM went) THEN
        {
    _added(
        f"{_cases('came', 1)} UNION ALL {_cases('went', -1)}",
        "SELECT owner_id FROM came UNION ALL SELECT owner_id FROM went",
    )
}
    END IF;
    RETURN NULL;
END $$
"""  # noqa: S608  # names of our own
# What the kept sums of a partner lack, or have too much; read in one moment.
_WRONG = f"""
CREATE FUNCTION dosja_tally_wrong(the_partner uuid)
RETURNS TABLE (day date, facet text, value text, count bigint) LANGUAGE sql STABLE AS $$
    SELECT day, facet, value, sum(count)::bigint FROM (
        SELECT c.day, f.facet, f.value, c.sign AS count
            FROM ({_cases("cases_case", 1)} AND c.owner_id = the_partner) c CROSS JOIN LATERAL {_FACETS}
        UNION ALL
        SELECT t.day, t.facet, t.value, -t.count FROM insights_tally t WHERE t.partner_id = the_partner
    ) every GROUP BY day, facet, value HAVING sum(count) <> 0
$$
"""  # noqa: S608  # likewise
# Whoever sets a partner's time zone (a platform administrator) has no key to its cases: the function takes it
# for as long as it counts, and tells nobody but the table.
_MEND = """
CREATE FUNCTION dosja_tally_mend(the_partner uuid) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = {schema}, pg_temp AS $$
DECLARE held text := coalesce(current_setting('dosja.keys', true), ''); mended bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(dosja_tally_lock(the_partner));
    PERFORM set_config('dosja.keys', '{{' || the_partner::text || '}}', true);
    INSERT INTO insights_tally (partner_id, day, facet, value, count)
        SELECT the_partner, w.day, w.facet, w.value, w.count FROM dosja_tally_wrong(the_partner) w;
    GET DIAGNOSTICS mended = ROW_COUNT;
    PERFORM set_config('dosja.keys', held, true);
    RETURN mended;
END $$
"""
# A zone that this server does not know is refused here, and not when a complaint comes.
_MOVE = """
CREATE FUNCTION dosja_tally_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM now() AT TIME ZONE dosja_tally_zone(NEW.time_zone);
    IF TG_OP = 'UPDATE' THEN PERFORM dosja_tally_mend(NEW.id); END IF;
    RETURN NULL;
END $$
"""
_TRIGGERS = (
    "CREATE TRIGGER dosja_tally_insert AFTER INSERT ON cases_case REFERENCING NEW TABLE AS came"
    " FOR EACH STATEMENT EXECUTE FUNCTION dosja_tally_count()",
    "CREATE TRIGGER dosja_tally_update AFTER UPDATE ON cases_case REFERENCING NEW TABLE AS came OLD TABLE AS went"
    " FOR EACH STATEMENT EXECUTE FUNCTION dosja_tally_count()",
    "CREATE TRIGGER dosja_tally_delete AFTER DELETE ON cases_case REFERENCING OLD TABLE AS went"
    " FOR EACH STATEMENT EXECUTE FUNCTION dosja_tally_count()",
    "CREATE TRIGGER dosja_tally_found AFTER INSERT ON partners_partner"
    " FOR EACH ROW EXECUTE FUNCTION dosja_tally_move()",
    "CREATE TRIGGER dosja_tally_move AFTER UPDATE ON partners_partner"
    " FOR EACH ROW WHEN (OLD.time_zone IS DISTINCT FROM NEW.time_zone) EXECUTE FUNCTION dosja_tally_move()",
)
_BACK = (
    "DROP TRIGGER dosja_tally_move ON partners_partner",
    "DROP TRIGGER dosja_tally_found ON partners_partner",
    "DROP TRIGGER dosja_tally_delete ON cases_case",
    "DROP TRIGGER dosja_tally_update ON cases_case",
    "DROP TRIGGER dosja_tally_insert ON cases_case",
    "DROP FUNCTION dosja_tally_move()",
    "DROP FUNCTION dosja_tally_mend(uuid)",
    "DROP FUNCTION dosja_tally_wrong(uuid)",
    "DROP FUNCTION dosja_tally_count()",
    "DROP FUNCTION dosja_tally_lock(uuid)",
    "DROP FUNCTION dosja_tally_zone(text)",
)


def build(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT quote_ident(current_schema())")
        (schema,) = cursor.fetchone()
    ours = (one.format(schema=schema) for one in (_COUNT, _MEND))
    _run(schema_editor, (_ZONE, _LOCK, *ours, _WRONG, _MOVE, *_TRIGGERS))


def remove(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        _run(schema_editor, _BACK)


def _run(schema_editor, statements):
    for statement in statements:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("cases", "0026_exports"),
        ("partners", "0006_publish_permission"),
    ]

    operations = [
        migrations.CreateModel(
            name="Tally",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField()),
                (
                    "facet",
                    models.CharField(
                        choices=[
                            ("state", "State"),
                            ("kind", "Kind"),
                            ("category", "Category"),
                            ("place", "Place"),
                            ("institution", "Institution"),
                        ],
                        max_length=12,
                    ),
                ),
                ("value", models.CharField(max_length=20, null=True)),
                ("count", models.IntegerField()),
                (
                    "partner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="partners.partner",
                    ),
                ),
            ],
            options={
                "default_permissions": (),
                "indexes": [
                    models.Index(
                        fields=["partner", "facet", "day"], include=("value", "count"), name="tally_sums"
                    )
                ],
            },
        ),
        migrations.RunPython(build, remove),
    ]
