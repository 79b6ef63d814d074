"""Alembic asks this file how to run. The connection is handed in by `storage.migrate`, which holds it in one transaction."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from storage.tables import Table, UtcDateTime


def spell(kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:
    """History must not change with today's code: a migration names plain types only."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, UtcDateTime) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    transactional_ddl=True,
    render_as_batch=True,
    compare_server_default=False,
    render_item=spell,
)
context.run_migrations()
