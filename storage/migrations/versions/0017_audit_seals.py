"""Seals over the audit."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

KEPT_AS_WRITTEN = "seals of the audit are only ever added"


def upgrade() -> None:
    op.create_table(
        "audit_seals",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("first_row", sa.BigInteger(), nullable=False),
        sa.Column("last_row", sa.BigInteger(), nullable=False),
        sa.Column("rows", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("sealed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_audit_seals")),
    )
    for statement in _append_only():
        op.execute(statement)


def _append_only() -> tuple[str, ...]:
    if op.get_bind().dialect.name == "sqlite":
        return tuple(
            f"CREATE TRIGGER audit_seals_no_{event.lower()} BEFORE {event} ON audit_seals "
            f"BEGIN SELECT RAISE(ABORT, '{KEPT_AS_WRITTEN}'); END"
            for event in ("UPDATE", "DELETE")
        )
    refuses = "BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seals FOR EACH STATEMENT EXECUTE FUNCTION audit_refuses()"
    return (f"CREATE TRIGGER audit_seals_append_only {refuses}",)


def downgrade() -> None:
    op.drop_table("audit_seals")
