"""Calls by version, and what people keep under them: assessments and estimates."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "call_versions",
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("version", sa.String(length=12), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("file", sa.String(length=128), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("loaded_on", sa.Date(), nullable=False),
        sa.Column("stored_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", "version", name=op.f("pk_call_versions")),
        sa.UniqueConstraint("digest", name=op.f("uq_call_versions_digest")),
    )
    op.create_table(
        "calls_in_use",
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("version", sa.String(length=12), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["key", "version"], ["call_versions.key", "call_versions.version"], name=op.f("fk_calls_in_use_key_version")
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_calls_in_use")),
    )
    _create_kept("assessments", "answers")
    _create_kept("estimates", "project")


def _create_kept(table: str, content: str) -> None:
    op.create_table(
        table,
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("token", sa.String(length=40), nullable=False),
        sa.Column("person", sa.BigInteger(), nullable=False),
        sa.Column("call", sa.String(length=32), nullable=False),
        sa.Column("version", sa.String(length=12), nullable=False),
        sa.Column(content, sa.JSON(none_as_null=True), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["call", "version"], ["call_versions.key", "call_versions.version"], name=op.f(f"fk_{table}_call_version")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f(f"fk_{table}_person"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("token", name=op.f(f"uq_{table}_token")),
    )
    op.create_index(f"ix_{table}_person", table, ["person", "id"], unique=False)


def downgrade() -> None:
    for table in ("estimates", "assessments"):
        op.drop_index(f"ix_{table}_person", table_name=table)
        op.drop_table(table)
    op.drop_table("calls_in_use")
    op.drop_table("call_versions")
