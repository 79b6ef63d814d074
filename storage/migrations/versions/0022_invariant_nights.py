"""The nights on which it was looked whether everything still holds."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "invariant_nights",
        sa.Column("night", sa.Date(), nullable=False),
        sa.Column("looked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("broken", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("night", name=op.f("pk_invariant_nights")),
    )


def downgrade() -> None:
    op.drop_table("invariant_nights")
