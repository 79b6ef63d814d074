"""Notices: the board, who is told of what, the windows of calls, the public calendar."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:

    op.create_table(
        "calendar_entries",
        sa.Column("uid", sa.String(length=80), nullable=False),
        sa.Column("call", sa.String(length=32), nullable=False),
        sa.Column("body", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("stands", sa.Boolean(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_calendar_entries")),
    )
    with op.batch_alter_table("calendar_entries", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_calendar_entries_call"), ["call"], unique=False)

    op.create_table(
        "notices",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("body", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("subject", sa.String(length=16), nullable=False),
        sa.Column("track", sa.String(length=16), nullable=True),
        sa.Column("gu", sa.String(length=8), nullable=True),
        sa.Column("call", sa.String(length=32), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("posted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("posted_by", sa.BigInteger(), nullable=True),
        sa.Column("pinned_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tells", sa.Boolean(), nullable=False),
        sa.Column("told_upto", sa.BigInteger(), nullable=False),
        sa.Column("told", sa.BigInteger(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
    )
    with op.batch_alter_table("notices", schema=None) as batch_op:
        batch_op.create_index(
            "ix_notices_going_out",
            ["id"],
            unique=False,
            sqlite_where=sa.text("tells AND told_at IS NULL"),
            postgresql_where=sa.text("tells AND told_at IS NULL"),
        )
        batch_op.create_index("ix_notices_posted_at", ["posted_at"], unique=False)

    op.create_table(
        "call_notices",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("call", sa.String(length=32), nullable=False),
        sa.Column("round", sa.SmallInteger(), nullable=False),
        sa.Column("occasion", sa.String(length=8), nullable=False),
        sa.Column("about", sa.String(length=48), nullable=False),
        sa.Column("body", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("notice", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["notice"], ["notices.id"], name=op.f("fk_call_notices_notice"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_notices")),
        sa.UniqueConstraint("call", "round", "occasion", "about", name=op.f("uq_call_notices_call_round_occasion_about")),
    )
    with op.batch_alter_table("call_notices", schema=None) as batch_op:
        batch_op.create_index(
            "ix_call_notices_due_at",
            ["due_at"],
            unique=False,
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )

    op.create_table(
        "notice_readings",
        sa.Column("person", sa.BigInteger(), nullable=False),
        sa.Column("notice", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["notice"], ["notices.id"], name=op.f("fk_notice_readings_notice"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_notice_readings_person"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person", "notice", name=op.f("pk_notice_readings")),
    )
    op.create_table(
        "notice_receipts",
        sa.Column("notice", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person", sa.BigInteger(), nullable=False),
        sa.Column("call", sa.String(length=32), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["notice"], ["notices.id"], name=op.f("fk_notice_receipts_notice"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_notice_receipts_person"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("notice", "person", name=op.f("pk_notice_receipts")),
        sa.UniqueConstraint("person", "call", "day", name=op.f("uq_notice_receipts_person_call_day")),
    )
    op.create_table(
        "subscribed_gus",
        sa.Column("person", sa.BigInteger(), nullable=False),
        sa.Column("gu", sa.String(length=8), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_subscribed_gus_person"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person", "gu", name=op.f("pk_subscribed_gus")),
    )
    op.create_table(
        "subscribers",
        sa.Column("person", sa.BigInteger(), nullable=False),
        sa.Column("track", sa.String(length=16), nullable=True),
        sa.Column("everywhere", sa.Boolean(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_subscribers_person"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_subscribers")),
    )
    op.create_table(
        "subscriptions",
        sa.Column("subject", sa.String(length=16), nullable=False),
        sa.Column("person", sa.BigInteger(), nullable=False),
        sa.Column("wants", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_subscriptions_person"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("subject", "person", name=op.f("pk_subscriptions")),
    )
    with op.batch_alter_table("subscriptions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_subscriptions_person"), ["person"], unique=False)


def downgrade() -> None:

    with op.batch_alter_table("subscriptions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_subscriptions_person"))

    op.drop_table("subscriptions")
    op.drop_table("subscribers")
    op.drop_table("subscribed_gus")
    op.drop_table("notice_receipts")
    op.drop_table("notice_readings")
    with op.batch_alter_table("call_notices", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_call_notices_due_at", sqlite_where=sa.text("state = 'waiting'"), postgresql_where=sa.text("state = 'waiting'")
        )

    op.drop_table("call_notices")
    with op.batch_alter_table("notices", schema=None) as batch_op:
        batch_op.drop_index("ix_notices_posted_at")
        batch_op.drop_index(
            "ix_notices_going_out", sqlite_where=sa.text("tells AND told_at IS NULL"), postgresql_where=sa.text("tells AND told_at IS NULL")
        )

    op.drop_table("notices")
    with op.batch_alter_table("calendar_entries", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_calendar_entries_call"))

    op.drop_table("calendar_entries")
