"""After an announcement: tried again, gone over by night, corrected where it stands or withdrawn."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
OFF = sa.text("off <> ''")
STANDS = sa.text("state IN ('asked', 'running', 'paused')")
RUNS = sa.text("state = 'running'")
WAITS = sa.text("outcome = 'waiting'")
LEASED = sa.text("outcome = 'leased'")
NEW = ("people", "forgotten", "retries", "reconciled_at", "off")


def upgrade() -> None:
    with op.batch_alter_table("announcements", schema=None) as batch_op:
        batch_op.add_column(sa.Column("people", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("forgotten", sa.BigInteger(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("retries", sa.SmallInteger(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("reconciled_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("off", sa.String(length=40), server_default="", nullable=False))
        batch_op.create_index("ix_announcements_off", ["id"], unique=False, sqlite_where=OFF, postgresql_where=OFF)
    # Of what has begun already, the audience is what stands in the ledger now.
    op.execute(
        "UPDATE announcements SET people = (SELECT count(*) FROM announcement_recipients WHERE announcement = announcements.id) "
        "WHERE started_at IS NOT NULL"
    )
    _amendments()
    _amended()


def _amendments() -> None:
    op.create_table(
        "announcement_amendments",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("announcement", ROW_ID, nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("state", sa.String(length=9), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=True),
        sa.Column("place", sa.SmallInteger(), nullable=True),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("asked_by", sa.BigInteger(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("approved_by", sa.BigInteger(), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("paused_why", sa.String(length=16), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["announcement"], ["announcements.id"], name=op.f("fk_announcement_amendments_announcement"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_announcement_amendments")),
    )
    with op.batch_alter_table("announcement_amendments", schema=None) as batch_op:
        batch_op.create_index(
            "uq_announcement_amendments_standing", ["announcement"], unique=True, sqlite_where=STANDS, postgresql_where=STANDS
        )
        batch_op.create_index("ix_announcement_amendments_announcement", ["announcement", "id"], unique=False)
        batch_op.create_index("ix_announcement_amendments_running", ["id"], unique=False, sqlite_where=RUNS, postgresql_where=RUNS)


def _amended() -> None:
    op.create_table(
        "announcement_amended",
        sa.Column("amendment", ROW_ID, nullable=False),
        sa.Column("person", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("outcome", sa.String(length=9), nullable=False),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tries", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(
            ["amendment"], ["announcement_amendments.id"], name=op.f("fk_announcement_amended_amendment"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("amendment", "person", name=op.f("pk_announcement_amended")),
    )
    with op.batch_alter_table("announcement_amended", schema=None) as batch_op:
        batch_op.create_index(
            "ix_announcement_amended_waiting", ["amendment", "person"], unique=False, sqlite_where=WAITS, postgresql_where=WAITS
        )
        batch_op.create_index(
            "ix_announcement_amended_leased", ["leased_until"], unique=False, sqlite_where=LEASED, postgresql_where=LEASED
        )
        batch_op.create_index("ix_announcement_amended_person", ["person"], unique=False)


def downgrade() -> None:
    op.drop_table("announcement_amended")
    op.drop_table("announcement_amendments")
    with op.batch_alter_table("announcements", schema=None) as batch_op:
        batch_op.drop_index("ix_announcements_off", sqlite_where=OFF, postgresql_where=OFF)
        for name in NEW:
            batch_op.drop_column(name)
