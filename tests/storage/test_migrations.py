from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

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
