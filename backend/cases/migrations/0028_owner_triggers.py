"""On PostgreSQL, triggers write into letters and ratings whose case they are about (ADR 53).

Whoever writes such a row, the last release among them, the case says whose it is. A row that comes holds its
case: a hand-over at the same moment waits for it, and then finds it. A row that changes need not, since the
hand-over waits for the row itself.
"""

from django.db import migrations

_OWNER = """
CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN PERFORM FROM cases_case c WHERE {of_case} FOR SHARE; END IF;
    NEW.owner_id := (SELECT c.owner_id FROM cases_case c WHERE {of_case});
    RETURN NEW;
END $$
"""
# What is written here does not matter: the functions above ask the case. One that comes may find such rows
# there, since a partner that moves in brings one table after the other.
_FOLLOW = """
CREATE FUNCTION dosja_owner_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE cases_institutionreferral SET owner_id = NULL WHERE case_id = NEW.id;
    UPDATE complaints_satisfaction SET owner_id = NULL WHERE complaint_id IN (OLD.complaint_id, NEW.complaint_id);
    RETURN NULL;
END $$
"""
_BUILD = (
    _OWNER.format(name="dosja_owner_letter", of_case="c.id = NEW.case_id"),
    _OWNER.format(name="dosja_owner_rating", of_case="c.complaint_id = NEW.complaint_id"),
    _FOLLOW,
    "CREATE TRIGGER dosja_owner BEFORE INSERT OR UPDATE ON cases_institutionreferral"
    " FOR EACH ROW EXECUTE FUNCTION dosja_owner_letter()",
    "CREATE TRIGGER dosja_owner BEFORE INSERT OR UPDATE ON complaints_satisfaction"
    " FOR EACH ROW EXECUTE FUNCTION dosja_owner_rating()",
    "CREATE TRIGGER dosja_owner AFTER INSERT OR DELETE ON cases_case"
    " FOR EACH ROW EXECUTE FUNCTION dosja_owner_follow()",
    "CREATE TRIGGER dosja_owner_moves AFTER UPDATE ON cases_case FOR EACH ROW"
    " WHEN ((OLD.owner_id, OLD.complaint_id) IS DISTINCT FROM (NEW.owner_id, NEW.complaint_id))"
    " EXECUTE FUNCTION dosja_owner_follow()",
)
_REMOVE = (
    "DROP TRIGGER dosja_owner_moves ON cases_case",
    "DROP TRIGGER dosja_owner ON cases_case",
    "DROP TRIGGER dosja_owner ON complaints_satisfaction",
    "DROP TRIGGER dosja_owner ON cases_institutionreferral",
    "DROP FUNCTION dosja_owner_follow()",
    "DROP FUNCTION dosja_owner_rating()",
    "DROP FUNCTION dosja_owner_letter()",
)


def build(apps, schema_editor):
    _run(schema_editor, _BUILD)


def remove(apps, schema_editor):
    _run(schema_editor, _REMOVE)


def _run(schema_editor, statements):
    if schema_editor.connection.vendor == "postgresql":
        for statement in statements:
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0027_letter_owner"),
        ("complaints", "0009_satisfaction_owner"),
    ]

    operations = [migrations.RunPython(build, remove)]
