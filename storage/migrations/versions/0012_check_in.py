"""Checking in: who was there without a name, wrong codes of the wall, courses that ended and their certificates."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "attendance_counts",
        sa.Column("date", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("walk_ins", sa.BigInteger(), nullable=False),
        sa.Column("forgotten", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("walk_ins >= 0 AND forgotten >= 0", name=op.f("ck_attendance_counts_counted")),
        sa.ForeignKeyConstraint(["date"], ["event_dates.id"], name=op.f("fk_attendance_counts_date"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("date", name=op.f("pk_attendance_counts")),
    )
    op.create_table(
        "wall_guesses",
        sa.Column("person", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("wrong", sa.SmallInteger(), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_wall_guesses_person"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_wall_guesses")),
    )
    op.create_table(
        "course_certificates",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("registration", ROW_ID, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("attended", sa.SmallInteger(), nullable=False),
        sa.Column("dates", sa.SmallInteger(), nullable=False),
        sa.Column("minutes", sa.BigInteger(), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["registration"], ["registrations.id"], name=op.f("fk_course_certificates_registration"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course_certificates")),
        sa.UniqueConstraint("registration", name=op.f("uq_course_certificates_registration")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "course_ends",
        sa.Column("event", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=op.f("fk_course_ends_event"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event", name=op.f("pk_course_ends")),
    )


def downgrade() -> None:
    op.drop_table("course_ends")
    op.drop_table("course_certificates")
    op.drop_table("wall_guesses")
    op.drop_table("attendance_counts")
