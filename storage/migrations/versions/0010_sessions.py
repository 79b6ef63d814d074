"""Consultants, their hours, sessions and who waits for one."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "consultant_invitations",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("calling", sa.String(length=12), nullable=False),
        sa.Column("made_by", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_by", sa.BigInteger(), nullable=True),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_consultant_invitations")),
    )
    op.create_table(
        "office_holidays",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("set_by", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_office_holidays")),
    )
    op.create_table(
        "consultants",
        sa.Column("person", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("calling", sa.String(length=12), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("line", sa.String(length=300), nullable=False),
        sa.Column("topics", sa.JSON(), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("ways", sa.JSON(), nullable=False),
        sa.Column("gu", sa.String(length=16), nullable=False),
        sa.Column("place", sa.String(length=100), nullable=False),
        sa.Column("address", sa.String(length=100), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("link", sa.String(length=200), nullable=False),
        sa.Column("slot", sa.SmallInteger(), nullable=False),
        sa.Column("before", sa.SmallInteger(), nullable=False),
        sa.Column("after", sa.SmallInteger(), nullable=False),
        sa.Column("notice", sa.SmallInteger(), nullable=False),
        sa.Column("ahead", sa.SmallInteger(), nullable=False),
        sa.Column("most_a_day", sa.SmallInteger(), nullable=True),
        sa.Column("most_a_week", sa.SmallInteger(), nullable=True),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("paused_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_consultants_person"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_consultants")),
    )
    op.create_table(
        "session_grants",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("consortium", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("person", sa.BigInteger(), nullable=True),
        sa.Column("calling", sa.String(length=12), nullable=False),
        sa.Column("year", sa.SmallInteger(), nullable=False),
        sa.Column("extra", sa.SmallInteger(), nullable=False),
        sa.Column("granted_by", sa.BigInteger(), nullable=False),
        sa.Column("granted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("why", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["consortium"], ["consortia.id"], name=op.f("fk_session_grants_consortium"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_grants")),
    )
    with op.batch_alter_table("session_grants", schema=None) as batch_op:
        batch_op.create_index("ix_session_grants_consortium", ["consortium", "year"], unique=False)
        batch_op.create_index("ix_session_grants_person", ["person", "year"], unique=False)

    op.create_table(
        "blocked_times",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("consultant", sa.BigInteger(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["consultant"], ["consultants.person"], name=op.f("fk_blocked_times_consultant"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blocked_times")),
    )
    with op.batch_alter_table("blocked_times", schema=None) as batch_op:
        batch_op.create_index("ix_blocked_times_consultant", ["consultant", "ends_at"], unique=False)

    op.create_table(
        "sessions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("uid", sa.String(length=40), nullable=False),
        sa.Column("sequence", sa.SmallInteger(), nullable=False),
        sa.Column("consultant", sa.BigInteger(), nullable=False),
        sa.Column("calling", sa.String(length=12), nullable=False),
        sa.Column("person", sa.BigInteger(), nullable=False),
        sa.Column("shop", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("consortium", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("topic", sa.String(length=16), nullable=False),
        sa.Column("way", sa.String(length=8), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("year", sa.SmallInteger(), nullable=False),
        sa.Column("confidential", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("goal", sa.String(), nullable=False),
        sa.Column("held_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("booked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("moves", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("moved_times", sa.SmallInteger(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("to_move_by", sa.DateTime(timezone=True), nullable=True),
        sa.Column("asked_change", sa.String(length=8), nullable=True),
        sa.Column("change_allowed", sa.Boolean(), nullable=True),
        sa.Column("offered", sa.Boolean(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by", sa.BigInteger(), nullable=True),
        sa.Column("ended_why", sa.String(length=200), nullable=False),
        sa.Column("member_done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("consultant_done_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["consortium"], ["consortia.id"], name=op.f("fk_sessions_consortium"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["consultant"], ["consultants.person"], name=op.f("fk_sessions_consultant")),
        sa.ForeignKeyConstraint(["moves"], ["sessions.id"], name=op.f("fk_sessions_moves"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["shop"], ["shops.id"], name=op.f("fk_sessions_shop"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sessions")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("sessions", schema=None) as batch_op:
        batch_op.create_index("ix_sessions_consortium_year", ["consortium", "year"], unique=False)
        batch_op.create_index("ix_sessions_consultant", ["consultant", "starts_at"], unique=False)
        batch_op.create_index(
            "ix_sessions_held_until",
            ["held_until"],
            unique=False,
            sqlite_where=sa.text("state = 'held'"),
            postgresql_where=sa.text("state = 'held'"),
        )
        batch_op.create_index("ix_sessions_person", ["person", "starts_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_sessions_uid"), ["uid"], unique=False)
        batch_op.create_index(
            "uq_sessions_moves",
            ["moves"],
            unique=True,
            sqlite_where=sa.text("state IN ('held', 'booked')"),
            postgresql_where=sa.text("state IN ('held', 'booked')"),
        )

    op.create_table(
        "special_days",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("consultant", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("starts", sa.SmallInteger(), nullable=True),
        sa.Column("ends", sa.SmallInteger(), nullable=True),
        sa.ForeignKeyConstraint(["consultant"], ["consultants.person"], name=op.f("fk_special_days_consultant"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_special_days")),
    )
    with op.batch_alter_table("special_days", schema=None) as batch_op:
        batch_op.create_index("ix_special_days_day", ["consultant", "day"], unique=False)

    op.create_table(
        "working_hours",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("consultant", sa.BigInteger(), nullable=False),
        sa.Column("weekday", sa.SmallInteger(), nullable=False),
        sa.Column("starts", sa.SmallInteger(), nullable=False),
        sa.Column("ends", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(["consultant"], ["consultants.person"], name=op.f("fk_working_hours_consultant"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_working_hours")),
    )
    with op.batch_alter_table("working_hours", schema=None) as batch_op:
        batch_op.create_index("uq_working_hours_start", ["consultant", "weekday", "starts"], unique=True)

    op.create_table(
        "session_absences",
        sa.Column("session", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("absent", sa.String(length=12), nullable=False),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("agreed", sa.Boolean(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided", sa.String(length=12), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["session"], ["sessions.id"], name=op.f("fk_session_absences_session"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("session", name=op.f("pk_session_absences")),
    )
    op.create_table(
        "session_files",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("session", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["session"], ["sessions.id"], name=op.f("fk_session_files_session"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_files")),
    )
    with op.batch_alter_table("session_files", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_session_files_session"), ["session"], unique=False)

    op.create_table(
        "session_logs",
        sa.Column("session", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("minutes", sa.SmallInteger(), nullable=False),
        sa.Column("shared", sa.String(), nullable=False),
        sa.Column("private", sa.String(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["session"], ["sessions.id"], name=op.f("fk_session_logs_session"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("session", name=op.f("pk_session_logs")),
    )
    op.create_table(
        "session_ratings",
        sa.Column("session", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("stars", sa.SmallInteger(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("rated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["session"], ["sessions.id"], name=op.f("fk_session_ratings_session"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("session", name=op.f("pk_session_ratings")),
    )
    op.create_table(
        "session_times",
        sa.Column("side", sa.String(length=12), nullable=False),
        sa.Column("person", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("cell", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("session", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["session"], ["sessions.id"], name=op.f("fk_session_times_session"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("side", "person", "cell", name=op.f("pk_session_times")),
    )
    with op.batch_alter_table("session_times", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_session_times_session"), ["session"], unique=False)

    op.create_table(
        "session_waits",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person", sa.BigInteger(), nullable=False),
        sa.Column("topic", sa.String(length=16), nullable=False),
        sa.Column("consultant", sa.BigInteger(), nullable=True),
        sa.Column("way", sa.String(length=8), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("offered", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("passed", sa.BigInteger(), nullable=False),
        sa.Column("ended", sa.String(length=8), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["consultant"], ["consultants.person"], name=op.f("fk_session_waits_consultant"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["offered"], ["sessions.id"], name=op.f("fk_session_waits_offered"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_waits")),
    )
    with op.batch_alter_table("session_waits", schema=None) as batch_op:
        batch_op.create_index(
            "ix_session_waits_topic",
            ["topic"],
            unique=False,
            sqlite_where=sa.text("ended IS NULL"),
            postgresql_where=sa.text("ended IS NULL"),
        )
        batch_op.create_index("uq_session_waits_offered", ["offered"], unique=True)
        batch_op.create_index(
            "uq_session_waits_person",
            ["person", "topic"],
            unique=True,
            sqlite_where=sa.text("ended IS NULL"),
            postgresql_where=sa.text("ended IS NULL"),
        )


def downgrade() -> None:
    with op.batch_alter_table("session_waits", schema=None) as batch_op:
        batch_op.drop_index("uq_session_waits_person", sqlite_where=sa.text("ended IS NULL"), postgresql_where=sa.text("ended IS NULL"))
        batch_op.drop_index("uq_session_waits_offered")
        batch_op.drop_index("ix_session_waits_topic", sqlite_where=sa.text("ended IS NULL"), postgresql_where=sa.text("ended IS NULL"))

    op.drop_table("session_waits")
    with op.batch_alter_table("session_times", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_session_times_session"))

    op.drop_table("session_times")
    op.drop_table("session_ratings")
    op.drop_table("session_logs")
    with op.batch_alter_table("session_files", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_session_files_session"))

    op.drop_table("session_files")
    op.drop_table("session_absences")
    with op.batch_alter_table("working_hours", schema=None) as batch_op:
        batch_op.drop_index("uq_working_hours_start")

    op.drop_table("working_hours")
    with op.batch_alter_table("special_days", schema=None) as batch_op:
        batch_op.drop_index("ix_special_days_day")

    op.drop_table("special_days")
    with op.batch_alter_table("sessions", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_sessions_moves",
            sqlite_where=sa.text("state IN ('held', 'booked')"),
            postgresql_where=sa.text("state IN ('held', 'booked')"),
        )
        batch_op.drop_index(batch_op.f("ix_sessions_uid"))
        batch_op.drop_index("ix_sessions_person")
        batch_op.drop_index("ix_sessions_held_until", sqlite_where=sa.text("state = 'held'"), postgresql_where=sa.text("state = 'held'"))
        batch_op.drop_index("ix_sessions_consultant")
        batch_op.drop_index("ix_sessions_consortium_year")

    op.drop_table("sessions")
    with op.batch_alter_table("blocked_times", schema=None) as batch_op:
        batch_op.drop_index("ix_blocked_times_consultant")

    op.drop_table("blocked_times")
    with op.batch_alter_table("session_grants", schema=None) as batch_op:
        batch_op.drop_index("ix_session_grants_person")
        batch_op.drop_index("ix_session_grants_consortium")

    op.drop_table("session_grants")
    op.drop_table("consultants")
    op.drop_table("office_holidays")
    op.drop_table("consultant_invitations")
