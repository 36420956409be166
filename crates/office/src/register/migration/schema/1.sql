-- Text columns hold the codes and ISO dates of the domain; JSON columns hold its records.
CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- An enrolled RT. The register knows its public key only.
CREATE TABLE office (
    id            TEXT PRIMARY KEY,
    public_key    BLOB NOT NULL,
    -- As crypt(3) writes it, which nginx reads too.
    password_hash TEXT NOT NULL,
    area          TEXT NOT NULL,
    rw            TEXT NOT NULL,
    rt            TEXT NOT NULL,
    enrolled_on   TEXT NOT NULL,
    edition       INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE family (
    id        INTEGER PRIMARY KEY,
    kk        TEXT,
    -- The RT that listed it, which may differ from where the household says it lives.
    area      TEXT NOT NULL,
    rw        TEXT NOT NULL,
    rt        TEXT NOT NULL,
    household TEXT NOT NULL,
    -- Set where the same family stands already: that one is looked up and paid.
    double_of INTEGER REFERENCES family (id)
) STRICT;
CREATE INDEX family_by_kk ON family (kk);
CREATE INDEX family_by_rt ON family (area, rw, rt);

-- A family may hold several: one from an import, one from its RT's phone.
CREATE TABLE code (
    code   TEXT PRIMARY KEY,
    family INTEGER NOT NULL REFERENCES family (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX code_by_family ON code (family);

CREATE TABLE nik (
    nik    TEXT NOT NULL,
    family INTEGER NOT NULL REFERENCES family (id),
    PRIMARY KEY (nik, family)
) STRICT, WITHOUT ROWID;
CREATE INDEX nik_by_family ON nik (family);

CREATE TABLE event (
    id          INTEGER PRIMARY KEY,
    family      INTEGER NOT NULL REFERENCES family (id),
    recorded_at TEXT NOT NULL,
    actor       TEXT NOT NULL,
    event       TEXT NOT NULL
) STRICT;
CREATE INDEX event_by_family ON event (family);

-- What Argon2id gave, under a name that only the publisher's secret can make: never derived twice.
CREATE TABLE derived (
    name    BLOB PRIMARY KEY,
    locator BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Every envelope that was seen, with what became of it.
CREATE TABLE mail (
    file     TEXT PRIMARY KEY,
    taken_at TEXT NOT NULL,
    state    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE point (
    id    TEXT PRIMARY KEY,
    point TEXT NOT NULL
) STRICT, WITHOUT ROWID;
