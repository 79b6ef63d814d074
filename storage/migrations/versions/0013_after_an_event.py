"""After an event: thanks, surveys, introductions."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "introduction_pairs",
        sa.Column("low", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("high", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("low", "high", name=op.f("pk_introduction_pairs")),
    )
    with op.batch_alter_table("introduction_pairs", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_introduction_pairs_high"), ["high"], unique=False)

    op.create_table(
        "event_thanks",
        sa.Column("event", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("thanked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("checked_in", sa.Boolean(), nullable=False),
        sa.Column("asked", sa.BigInteger(), nullable=False),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("shared_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("follows", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=op.f("fk_event_thanks_event"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event", name=op.f("pk_event_thanks")),
    )
    op.create_table(
        "introductions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("event", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column("icebreaker", sa.String(length=12), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=op.f("fk_introductions_event"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_introductions")),
        sa.UniqueConstraint("event", "number", name=op.f("uq_introductions_event_number")),
    )
    op.create_table(
        "survey_answers",
        sa.Column("event", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("person", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("stars", sa.SmallInteger(), nullable=False),
        sa.Column("useful", sa.String(length=8), nullable=False),
        sa.Column("next_time", sa.String(length=12), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=op.f("fk_survey_answers_event"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event", "person", name=op.f("pk_survey_answers")),
    )
    with op.batch_alter_table("survey_answers", schema=None) as batch_op:
        batch_op.create_index("ix_survey_answers_person", ["person"], unique=False)

    op.create_table(
        "survey_asked",
        sa.Column("event", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("person", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("answered", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=op.f("fk_survey_asked_event"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event", "person", name=op.f("pk_survey_asked")),
    )
    with op.batch_alter_table("survey_asked", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_survey_asked_person"), ["person"], unique=False)

    op.create_table(
        "survey_ballots",
        sa.Column("token", sa.String(length=32), nullable=False),
        sa.Column("event", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("stars", sa.SmallInteger(), nullable=False),
        sa.Column("useful", sa.String(length=8), nullable=False),
        sa.Column("next_time", sa.String(length=12), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=op.f("fk_survey_ballots_event"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("token", name=op.f("pk_survey_ballots")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("survey_ballots", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_survey_ballots_event"), ["event"], unique=False)

    op.create_table(
        "introduction_cards",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("event", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person", sa.BigInteger(), nullable=False),
        sa.Column("shop", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("offers", sa.String(length=120), nullable=False),
        sa.Column("looks_for", sa.String(length=120), nullable=False),
        sa.Column("speaks", sa.String(length=4), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("blocked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=op.f("fk_introduction_cards_event"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["shop"], ["shops.id"], name=op.f("fk_introduction_cards_shop"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_introduction_cards")),
        sa.UniqueConstraint("event", "person", name=op.f("uq_introduction_cards_event_person")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("introduction_cards", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_introduction_cards_person"), ["person"], unique=False)

    op.create_table(
        "introduction_members",
        sa.Column("introduction", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("person", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("said", sa.String(length=3), nullable=True),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["introduction"], ["introductions.id"], name=op.f("fk_introduction_members_introduction"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("introduction", "person", name=op.f("pk_introduction_members")),
    )
    with op.batch_alter_table("introduction_members", schema=None) as batch_op:
        batch_op.create_index("ix_introduction_members_person", ["person"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("introduction_members", schema=None) as batch_op:
        batch_op.drop_index("ix_introduction_members_person")

    op.drop_table("introduction_members")
    with op.batch_alter_table("introduction_cards", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_introduction_cards_person"))

    op.drop_table("introduction_cards")
    with op.batch_alter_table("survey_ballots", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_survey_ballots_event"))

    op.drop_table("survey_ballots")
    with op.batch_alter_table("survey_asked", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_survey_asked_person"))

    op.drop_table("survey_asked")
    with op.batch_alter_table("survey_answers", schema=None) as batch_op:
        batch_op.drop_index("ix_survey_answers_person")

    op.drop_table("survey_answers")
    op.drop_table("introductions")
    op.drop_table("event_thanks")
    with op.batch_alter_table("introduction_pairs", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_introduction_pairs_high"))

    op.drop_table("introduction_pairs")
