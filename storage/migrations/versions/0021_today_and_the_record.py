"""What waits for a coordinator: mornings, reported introductions; the audit by day; the end of roles is told."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "mornings",
        sa.Column("person", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("looked_on", sa.Date(), nullable=True),
        sa.Column("turned_off_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_mornings_person"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_mornings")),
    )
    op.add_column("introduction_cards", sa.Column("reported_at", sa.DateTime(timezone=True), nullable=True))
    for column in ("soon_told_at", "end_told_at"):
        op.add_column("roles", sa.Column(column, sa.DateTime(timezone=True), nullable=True))
    op.create_index("ix_audit_at", "audit", ["at", "id"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_audit_at", "audit")
    for column in ("end_told_at", "soon_told_at"):
        op.drop_column("roles", column)
    op.drop_column("introduction_cards", "reported_at")
    op.drop_table("mornings")
