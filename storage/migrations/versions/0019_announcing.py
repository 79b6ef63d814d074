"""Composing, testing, approving, scheduling and following an announcement; who tapped its buttons."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

FOLLOWED = sa.text("progress_at IS NOT NULL")
NEW = ("authors", "tested", "asked_by", "sent_back_why", "scheduled_by", "progress_message", "progress_done", "progress_at")


def upgrade() -> None:
    with op.batch_alter_table("announcements", schema=None) as batch_op:
        batch_op.add_column(sa.Column("authors", sa.JSON(), server_default="[]", nullable=False))
        batch_op.add_column(sa.Column("tested", sa.JSON(), server_default="{}", nullable=False))
        batch_op.add_column(sa.Column("asked_by", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("sent_back_why", sa.String(length=300), server_default="", nullable=False))
        batch_op.add_column(sa.Column("scheduled_by", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("progress_message", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("progress_done", sa.BigInteger(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("progress_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index("ix_announcements_progress", ["progress_at"], unique=False, sqlite_where=FOLLOWED, postgresql_where=FOLLOWED)
    op.create_table(
        "announcement_taps",
        sa.Column("announcement", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("button", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("person", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("tapped_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["announcement"], ["announcements.id"], name=op.f("fk_announcement_taps_announcement"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("announcement", "button", "person", name=op.f("pk_announcement_taps")),
    )
    with op.batch_alter_table("announcement_taps", schema=None) as batch_op:
        batch_op.create_index("ix_announcement_taps_person", ["person"], unique=False)


def downgrade() -> None:
    op.drop_table("announcement_taps")
    with op.batch_alter_table("announcements", schema=None) as batch_op:
        batch_op.drop_index("ix_announcements_progress", sqlite_where=FOLLOWED, postgresql_where=FOLLOWED)
        for name in NEW:
            batch_op.drop_column(name)
