"""One group a consortium."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

# Where two groups had been linked, the one that was shown all along stays.
_LET_GO = (
    "UPDATE groups SET consortium = NULL WHERE consortium IS NOT NULL AND chat NOT IN (SELECT min(chat) FROM groups GROUP BY consortium)"
)


def upgrade() -> None:
    op.execute(sa.text(_LET_GO))
    with op.batch_alter_table("groups", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_groups_consortium"))
        batch_op.create_index(
            "uq_groups_consortium",
            ["consortium"],
            unique=True,
            sqlite_where=sa.text("consortium IS NOT NULL"),
            postgresql_where=sa.text("consortium IS NOT NULL"),
        )


def downgrade() -> None:
    with op.batch_alter_table("groups", schema=None) as batch_op:
        batch_op.drop_index("uq_groups_consortium")
        batch_op.create_index(batch_op.f("ix_groups_consortium"), ["consortium"], unique=False)
