from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from storage import migrate
from storage.tables import Table


def test_an_empty_database_is_brought_to_the_newest_form_and_back(empty_database_url):
    assert migrate.state(empty_database_url).current is None
    migrate.upgrade(empty_database_url)
    assert migrate.state(empty_database_url).is_current
    migrate.downgrade(empty_database_url, "base")
    assert migrate.state(empty_database_url).current is None


def test_migrating_twice_changes_nothing(database_url):
    before = migrate.state(database_url)
    migrate.upgrade(database_url)
    assert migrate.state(database_url) == before


def test_migrations_and_models_describe_the_same_tables(database_url):
    migrate.know_every_table()
    with migrate.alone(database_url) as connection:
        differences = compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), Table.metadata)
    assert not differences


def test_the_coordinators_of_an_older_office_keep_their_place(empty_database_url):
    migrate.upgrade(empty_database_url, "0011")
    with migrate.alone(empty_database_url) as connection:
        connection.execute(
            text("INSERT INTO coordinators (id, appointed_at, appointed_by) VALUES (1, '2026-01-01', NULL), (2, '2026-01-01', 1)")
        )
    migrate.upgrade(empty_database_url)
    with migrate.alone(empty_database_url) as connection:
        kept = connection.execute(text("SELECT person, role, granted_by FROM roles ORDER BY person")).all()
    assert [tuple(row) for row in kept] == [(1, "owner", None), (2, "coordinator", 1)]
    migrate.downgrade(empty_database_url, "0011")
    with migrate.alone(empty_database_url) as connection:
        back = connection.execute(text("SELECT id, appointed_by FROM coordinators ORDER BY id")).all()
    assert [tuple(row) for row in back] == [(1, None), (2, 1)]
