"""What search reads: FTS5 tables on SQLite, GIN indexes over words, access tokens and trigrams on PostgreSQL."""

from django.db import DatabaseError, migrations, models, transaction

# Words and access tokens in one column, made by the server: an index over the bare expression made it build the
# vector of every row that it looked at again (38 ms for a fragment among 100 000 cases, 12 ms with the column).
# The arrays become lexemes as they are: a text search parser would take folded words such as 2026 or 1e5 for
# numbers and split them its own way.
_POSTGRESQL = (
    "ALTER TABLE cases_casesearch ADD COLUMN vector tsvector GENERATED ALWAYS AS"
    " (array_to_tsvector(string_to_array(words, ' ')) || array_to_tsvector(string_to_array(access, ' '))) STORED",
    "CREATE INDEX case_search_vector ON cases_casesearch USING gin (vector)",
    "CREATE INDEX case_search_fragments ON cases_casesearch USING gin (words gin_trgm_ops)",
)
_POSTGRESQL_BACK = (
    "DROP INDEX case_search_fragments",
    "ALTER TABLE cases_casesearch DROP COLUMN vector",
)

_FORGET = (
    "INSERT INTO cases_search_words (cases_search_words, rowid, words, access)"
    " VALUES ('delete', old.id, old.words, old.access);"
    " INSERT INTO cases_search_fragments (cases_search_fragments, rowid, words)"
    " VALUES ('delete', old.id, old.words);"
)
_LEARN = (
    "INSERT INTO cases_search_words (rowid, words, access) VALUES (new.id, new.words, new.access);"
    " INSERT INTO cases_search_fragments (rowid, words) VALUES (new.id, new.words);"
)
# Triggers keep the tables: whatever writes or deletes a search row, in bulk or by cascade. SQLite forgets them
# when a later migration rebuilds the table of search rows; that migration has to make them again.
_SQLITE = (
    "CREATE VIRTUAL TABLE cases_search_words USING fts5"
    "(words, access, content='cases_casesearch', content_rowid='id', prefix='2 3', tokenize='unicode61')",
    "CREATE VIRTUAL TABLE cases_search_fragments USING fts5"
    "(words, content='cases_casesearch', content_rowid='id', tokenize='trigram')",
    f"CREATE TRIGGER case_search_learn AFTER INSERT ON cases_casesearch BEGIN {_LEARN} END",
    f"CREATE TRIGGER case_search_forget AFTER DELETE ON cases_casesearch BEGIN {_FORGET} END",
    "CREATE TRIGGER case_search_change AFTER UPDATE OF id, words, access ON cases_casesearch"
    f" BEGIN {_FORGET} {_LEARN} END",
    "INSERT INTO cases_search_words (cases_search_words) VALUES ('rebuild')",
    "INSERT INTO cases_search_fragments (cases_search_fragments) VALUES ('rebuild')",
)
_SQLITE_BACK = (
    "DROP TRIGGER case_search_learn",
    "DROP TRIGGER case_search_forget",
    "DROP TRIGGER case_search_change",
    "DROP TABLE cases_search_words",
    "DROP TABLE cases_search_fragments",
)


def build(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        _need_trigrams(schema_editor)
        _run(schema_editor, _POSTGRESQL)
    else:
        _run(schema_editor, _SQLITE)


def remove(apps, schema_editor):
    _run(schema_editor, _POSTGRESQL_BACK if schema_editor.connection.vendor == "postgresql" else _SQLITE_BACK)


def _need_trigrams(schema_editor):
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm'")
        if cursor.fetchone():
            return
    try:
        with transaction.atomic(using=schema_editor.connection.alias):
            schema_editor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm", params=None)
    except DatabaseError as refused:
        raise RuntimeError(
            "Search needs PostgreSQL's extension pg_trgm, and this database role may not create it or the server"
            " does not have it. Install the server's contrib package where it is missing, let an administrator"
            " run CREATE EXTENSION pg_trgm; in this database, and migrate again."
        ) from refused


def _run(schema_editor, statements):
    for statement in statements:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_access_owner")]

    operations = [
        migrations.AddIndex(
            model_name="casesearch",
            index=models.Index(fields=["-opened_at", "-case"], name="case_search_walk"),
        ),
        migrations.RunPython(build, remove),
    ]
