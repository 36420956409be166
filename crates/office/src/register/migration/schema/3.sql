-- The pipeline of the whole city: which row of which file everything came from, what other lists say of a family, what
-- people are asked, and where families collect.

-- A file that rows came from.
CREATE TABLE source (
    id       INTEGER PRIMARY KEY,
    kind     TEXT NOT NULL,
    -- As it was called.
    name     TEXT NOT NULL,
    digest   BLOB NOT NULL,
    taken_at TEXT NOT NULL,
    -- What a list of another office is: a later one of the same title takes its place.
    title    TEXT,
    -- From then on its rows say nothing any more: a later list of the same title has come.
    replaced_at TEXT,
    -- Rows of a spreadsheet that are families, as its reader counted them.
    rows     INTEGER,
    UNIQUE (kind, digest)
) STRICT;

-- The row that a family was listed in.
ALTER TABLE family ADD COLUMN source INTEGER REFERENCES source (id);
ALTER TABLE family ADD COLUMN line INTEGER;

-- Numbered family by family, so that a family's story lies together.
CREATE TABLE new_event (
    family      INTEGER NOT NULL REFERENCES family (id),
    number      INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    actor       TEXT NOT NULL,
    -- The person who decided, where it was a person.
    by          TEXT,
    event       TEXT NOT NULL,
    -- The rows that it rests on, JSON.
    evidence    TEXT,
    PRIMARY KEY (family, number)
) STRICT, WITHOUT ROWID;
INSERT INTO new_event (family, number, recorded_at, actor, event)
    SELECT family, row_number() OVER (PARTITION BY family ORDER BY id), recorded_at, actor, event FROM event;
DROP TABLE event;
ALTER TABLE new_event RENAME TO event;

-- Sixteen digits are a number: half the room, and matched a million at a time.
CREATE TABLE new_nik (
    nik    INTEGER NOT NULL,
    family INTEGER NOT NULL REFERENCES family (id),
    PRIMARY KEY (nik, family)
) STRICT, WITHOUT ROWID;
INSERT INTO new_nik SELECT CAST(nik AS INTEGER), family FROM nik;
DROP TABLE nik;
ALTER TABLE new_nik RENAME TO nik;

DROP INDEX code_by_office;
CREATE INDEX code_by_office ON code (office) WHERE office IS NOT NULL;

-- A row of a list of other aid.
CREATE TABLE aid (
    source INTEGER NOT NULL REFERENCES source (id),
    line   INTEGER NOT NULL,
    programme TEXT NOT NULL,
    nik    INTEGER,
    kk     INTEGER,
    name   TEXT NOT NULL,
    birth  TEXT,
    area   TEXT,
    PRIMARY KEY (source, line)
) STRICT, WITHOUT ROWID;

-- A row of an extract of Dukcapil.
CREATE TABLE resident (
    source INTEGER NOT NULL REFERENCES source (id),
    line   INTEGER NOT NULL,
    nik    INTEGER NOT NULL,
    kk     INTEGER,
    state  TEXT NOT NULL,
    PRIMARY KEY (source, line)
) STRICT, WITHOUT ROWID;

-- What a row of another list says of a family: JSON of domain::Clue.
CREATE TABLE clue (
    family INTEGER NOT NULL REFERENCES family (id),
    source INTEGER NOT NULL REFERENCES source (id),
    line   INTEGER NOT NULL,
    clue   TEXT NOT NULL,
    PRIMARY KEY (family, source, line)
) STRICT, WITHOUT ROWID;

-- What a person is asked about a family, because no rule may answer it.
CREATE TABLE question (
    family   INTEGER NOT NULL REFERENCES family (id),
    question TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    evidence TEXT,
    -- From then on it is answered, or asks itself no more.
    closed_at TEXT,
    PRIMARY KEY (family, question)
) STRICT, WITHOUT ROWID;

-- What people answered; nothing is written over.
CREATE TABLE answer (
    id       INTEGER PRIMARY KEY,
    family   INTEGER NOT NULL REFERENCES family (id),
    question TEXT NOT NULL,
    by       TEXT NOT NULL,
    decision TEXT NOT NULL,
    note     TEXT NOT NULL,
    -- How many answers to the question stood before the eyes of whoever gave this one.
    seen     INTEGER NOT NULL,
    given_at TEXT NOT NULL,
    source   INTEGER NOT NULL REFERENCES source (id),
    line     INTEGER NOT NULL,
    UNIQUE (source, line)
) STRICT;
CREATE INDEX answer_by_family ON answer (family);

-- Where a family collects.
CREATE TABLE allocation (
    family INTEGER PRIMARY KEY REFERENCES family (id),
    point  TEXT NOT NULL,
    metres INTEGER NOT NULL
) STRICT;

-- Who asks for a nearer point; without one: whichever is nearest.
CREATE TABLE request (
    family   INTEGER PRIMARY KEY REFERENCES family (id),
    point    TEXT,
    asked_at TEXT NOT NULL
) STRICT;

-- The card that a family got.
CREATE TABLE card (
    family    INTEGER PRIMARY KEY REFERENCES family (id),
    last_four TEXT NOT NULL,
    source    INTEGER NOT NULL REFERENCES source (id),
    line      INTEGER NOT NULL
) STRICT;

-- Every list that came in an envelope, whole.
CREATE TABLE edition (
    source  INTEGER PRIMARY KEY REFERENCES source (id),
    office  TEXT NOT NULL REFERENCES office (id),
    edition INTEGER NOT NULL,
    -- When its file appeared in the drop box.
    arrived_at TEXT,
    list    TEXT NOT NULL
) STRICT;
CREATE INDEX edition_by_office ON edition (office);

-- Envelopes that could not be taken in, with the reason: looked at again when it may have gone.
CREATE TABLE quarantine (
    file    TEXT PRIMARY KEY,
    name    TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    code    TEXT NOT NULL,
    message TEXT NOT NULL,
    remedy  TEXT NOT NULL,
    -- When it came into the drop box.
    arrived_at TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX card_by_last_four ON card (last_four);

-- A row of a report that was taken in: of a point, of the bank, or of what became of families that were held.
CREATE TABLE report (
    source INTEGER NOT NULL REFERENCES source (id),
    line   INTEGER NOT NULL,
    -- What the file was read for: the same file may report on several things.
    topic  TEXT NOT NULL,
    family INTEGER NOT NULL REFERENCES family (id),
    -- In one word, like `datang`.
    says   TEXT NOT NULL,
    -- The day that it speaks of.
    on_day TEXT NOT NULL,
    -- What its writer adds: for the office only.
    remark TEXT NOT NULL,
    PRIMARY KEY (source, line, topic)
) STRICT, WITHOUT ROWID;
CREATE INDEX report_by_family ON report (family);
-- Payments that did not arrive: few among many.
CREATE INDEX report_of_failure ON report (family, topic) WHERE says = 'gagal';

-- The row of a spreadsheet that was taken in, and the family that it is. Nothing keeps that family there: that it is there is
-- what the report finds out, for all of them at once.
CREATE TABLE listing (
    source INTEGER NOT NULL,
    line   INTEGER NOT NULL,
    family INTEGER NOT NULL,
    PRIMARY KEY (source, line, family)
) STRICT, WITHOUT ROWID;
