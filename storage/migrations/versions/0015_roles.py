"""Roles of the office take the place of its list of coordinators."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "roles",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(length=12), nullable=False),
        sa.Column("gus", sa.JSON(), nullable=False),
        sa.Column("tracks", sa.JSON(), nullable=False),
        sa.Column("granted_by", sa.BigInteger(), nullable=True),
        sa.Column("granted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_by", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roles")),
    )
    stands = sa.text("revoked_at IS NULL")
    op.create_index("uq_roles_person", "roles", ["person", "role"], unique=True, sqlite_where=stands, postgresql_where=stands)
    op.create_index("ix_roles_role", "roles", ["role"], unique=False, sqlite_where=stands, postgresql_where=stands)
    op.create_table(
        "role_invitations",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(length=12), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("gus", sa.JSON(), nullable=False),
        sa.Column("tracks", sa.JSON(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("made_by", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_by", sa.BigInteger(), nullable=True),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_invitations")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_role_invitations_token_hash")),
    )
    # Who was named in the settings owns the office; who was appointed by somebody coordinates.
    op.execute(
        "INSERT INTO roles (person, name, role, gus, tracks, granted_by, granted_at) "
        "SELECT id, '', CASE WHEN appointed_by IS NULL THEN 'owner' ELSE 'coordinator' END, '[]', '[]', appointed_by, appointed_at "
        "FROM coordinators"
    )
    op.drop_table("coordinators")


def downgrade() -> None:
    op.create_table(
        "coordinators",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("appointed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("appointed_by", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_coordinators")),
    )
    op.execute(
        "INSERT INTO coordinators (id, appointed_at, appointed_by) SELECT person, min(granted_at), max(granted_by) FROM roles "
        "WHERE role IN ('owner', 'coordinator') AND revoked_at IS NULL GROUP BY person"
    )
    op.drop_table("role_invitations")
    op.drop_index("ix_roles_role", table_name="roles")
    op.drop_index("uq_roles_person", table_name="roles")
    op.drop_table("roles")
