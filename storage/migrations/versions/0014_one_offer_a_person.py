"""Of the times that are offered to those who wait, one person has one."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

OFFERED = sa.text("state = 'held' AND offered")


def upgrade() -> None:
    # Of several that somebody holds, the first stays: a held time that is not taken goes back by itself.
    op.execute(
        "UPDATE sessions SET offered = false WHERE state = 'held' AND offered AND id NOT IN "
        "(SELECT min(id) FROM sessions WHERE state = 'held' AND offered GROUP BY person)"
    )
    op.create_index("uq_sessions_offered", "sessions", ["person"], unique=True, sqlite_where=OFFERED, postgresql_where=OFFERED)


def downgrade() -> None:
    op.drop_index("uq_sessions_offered", table_name="sessions", sqlite_where=OFFERED, postgresql_where=OFFERED)
