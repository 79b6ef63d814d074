"""Talks with the office, threads of inquiries, saved replies."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "saved_replies",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("title", sa.String(length=24), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("saved_by", sa.BigInteger(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_replies")),
        sa.UniqueConstraint("title", name=op.f("uq_saved_replies_title")),
    )
    op.create_table(
        "inquiry_messages",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("inquiry", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("side", sa.String(length=6), nullable=False),
        sa.Column("author", sa.BigInteger(), nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["inquiry"], ["inquiries.id"], name=op.f("fk_inquiry_messages_inquiry"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inquiry_messages")),
    )
    with op.batch_alter_table("inquiry_messages", schema=None) as batch_op:
        batch_op.create_index("ix_inquiry_messages_inquiry", ["inquiry", "id"], unique=False)

    op.create_table(
        "talks",
        sa.Column("person", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("inquiry", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("about", sa.String(length=20), nullable=False),
        sa.Column("last_word_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["inquiry"], ["inquiries.id"], name=op.f("fk_talks_inquiry"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_talks_person"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_talks")),
    )
    with op.batch_alter_table("talks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_talks_inquiry"), ["inquiry"], unique=False)
        batch_op.create_index(batch_op.f("ix_talks_last_word_at"), ["last_word_at"], unique=False)

    with op.batch_alter_table("inquiries", schema=None) as batch_op:
        batch_op.add_column(sa.Column("about", sa.String(length=20), server_default="", nullable=False))
        batch_op.add_column(sa.Column("taken_by", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("staff_chat", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("staff_topic", sa.BigInteger(), nullable=True))
        batch_op.create_index("ix_inquiries_staff_topic", ["staff_chat", "staff_topic"], unique=False)
    if _has_widths():
        op.alter_column("inquiries", "phone", type_=sa.String(), existing_nullable=True)  # a sealed number is longer


def _has_widths() -> bool:
    """SQLite keeps texts of any length; rebuilding the table there would forget which numbers were given already."""
    return op.get_bind().dialect.name != "sqlite"


def downgrade() -> None:
    op.execute("UPDATE inquiries SET phone = NULL WHERE length(phone) > 20")  # sealed: the former version could not read them
    if _has_widths():
        op.alter_column("inquiries", "phone", type_=sa.String(length=20), existing_nullable=True)
    with op.batch_alter_table("inquiries", schema=None) as batch_op:
        batch_op.drop_index("ix_inquiries_staff_topic")
        batch_op.drop_column("staff_topic")
        batch_op.drop_column("staff_chat")
        batch_op.drop_column("taken_by")
        batch_op.drop_column("about")

    with op.batch_alter_table("talks", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_talks_last_word_at"))
        batch_op.drop_index(batch_op.f("ix_talks_inquiry"))

    op.drop_table("talks")
    with op.batch_alter_table("inquiry_messages", schema=None) as batch_op:
        batch_op.drop_index("ix_inquiry_messages_inquiry")

    op.drop_table("inquiry_messages")
    op.drop_table("saved_replies")
