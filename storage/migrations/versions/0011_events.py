"""Events: dates, seats, questions, who comes, who was there."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "events",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("uid", sa.String(length=40), nullable=False),
        sa.Column("sequence", sa.SmallInteger(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("text", sa.JSON(), nullable=False),
        sa.Column("photo", sa.String(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("place", sa.String(length=100), nullable=False),
        sa.Column("address", sa.String(length=100), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("link", sa.String(length=200), nullable=False),
        sa.Column("audience", sa.String(length=12), nullable=False),
        sa.Column("gus", sa.JSON(), nullable=False),
        sa.Column("track", sa.String(length=16), nullable=True),
        sa.Column("opens_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("guests", sa.SmallInteger(), nullable=False),
        sa.Column("reminders", sa.JSON(), nullable=False),
        sa.Column("survey", sa.String(length=10), nullable=True),
        sa.Column("call", sa.String(length=64), nullable=True),
        sa.Column("wall_code", sa.String(length=8), nullable=False),
        sa.Column("made_by", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("cancelled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("cancelled_why", sa.String(length=300), nullable=False),
        sa.Column("cloned_from", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["cloned_from"], ["events.id"], name=op.f("fk_events_cloned_from"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
        sa.UniqueConstraint("uid", name=op.f("uq_events_uid")),
    )
    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.create_index("ix_events_state", ["state", "ends_at"], unique=False)

    op.create_table(
        "event_dates",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("event", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=op.f("fk_event_dates_event"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_dates")),
    )
    with op.batch_alter_table("event_dates", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_dates_event"), ["event"], unique=False)

    op.create_table(
        "event_pools",
        sa.Column("event", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("group", sa.String(length=8), nullable=False),
        sa.Column("seats", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=op.f("fk_event_pools_event"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event", "group", name=op.f("pk_event_pools")),
    )
    op.create_table(
        "event_questions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("event", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.Column("required", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=op.f("fk_event_questions_event"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_questions")),
    )
    with op.batch_alter_table("event_questions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_questions_event"), ["event"], unique=False)

    op.create_table(
        "registrations",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("event", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person", sa.BigInteger(), nullable=False),
        sa.Column("shop", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("answer", sa.String(length=10), nullable=False),
        sa.Column("guests", sa.SmallInteger(), nullable=False),
        sa.Column("group", sa.String(length=8), nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("waiting_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ahead", sa.SmallInteger(), nullable=False),
        sa.Column("held_until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=op.f("fk_registrations_event"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["shop"], ["shops.id"], name=op.f("fk_registrations_shop"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registrations")),
        sa.UniqueConstraint("code", name=op.f("uq_registrations_code")),
        sa.UniqueConstraint("event", "person", name=op.f("uq_registrations_event_person")),
    )
    with op.batch_alter_table("registrations", schema=None) as batch_op:
        batch_op.create_index("ix_registrations_event", ["event", "answer"], unique=False)
        batch_op.create_index(
            "ix_registrations_held",
            ["held_until"],
            unique=False,
            sqlite_where=sa.text("answer = 'offered'"),
            postgresql_where=sa.text("answer = 'offered'"),
        )
        batch_op.create_index(batch_op.f("ix_registrations_person"), ["person"], unique=False)
        batch_op.create_index(
            "ix_registrations_waiting",
            ["event", "ahead", "waiting_since", "id"],
            unique=False,
            sqlite_where=sa.text("answer = 'waiting'"),
            postgresql_where=sa.text("answer = 'waiting'"),
        )

    op.create_table(
        "attendance",
        sa.Column("date", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("registration", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("how", sa.String(length=4), nullable=False),
        sa.Column("by", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["date"], ["event_dates.id"], name=op.f("fk_attendance_date"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["registration"], ["registrations.id"], name=op.f("fk_attendance_registration"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("date", "registration", name=op.f("pk_attendance")),
    )
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attendance_registration"), ["registration"], unique=False)

    op.create_table(
        "event_answers",
        sa.Column("registration", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("question", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["question"], ["event_questions.id"], name=op.f("fk_event_answers_question"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["registration"], ["registrations.id"], name=op.f("fk_event_answers_registration"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("registration", "question", name=op.f("pk_event_answers")),
    )
    op.create_table(
        "event_seats",
        sa.Column("event", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("group", sa.String(length=8), nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("registration", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("number >= 1", name=op.f("ck_event_seats_counted")),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=op.f("fk_event_seats_event"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["registration"], ["registrations.id"], name=op.f("fk_event_seats_registration"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event", "group", "number", name=op.f("pk_event_seats")),
    )
    with op.batch_alter_table("event_seats", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_seats_registration"), ["registration"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("event_seats", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_seats_registration"))

    op.drop_table("event_seats")
    op.drop_table("event_answers")
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_attendance_registration"))

    op.drop_table("attendance")
    with op.batch_alter_table("registrations", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_registrations_waiting", sqlite_where=sa.text("answer = 'waiting'"), postgresql_where=sa.text("answer = 'waiting'")
        )
        batch_op.drop_index(batch_op.f("ix_registrations_person"))
        batch_op.drop_index(
            "ix_registrations_held", sqlite_where=sa.text("answer = 'offered'"), postgresql_where=sa.text("answer = 'offered'")
        )
        batch_op.drop_index("ix_registrations_event")

    op.drop_table("registrations")
    with op.batch_alter_table("event_questions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_questions_event"))

    op.drop_table("event_questions")
    op.drop_table("event_pools")
    with op.batch_alter_table("event_dates", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_dates_event"))

    op.drop_table("event_dates")
    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.drop_index("ix_events_state")

    op.drop_table("events")
