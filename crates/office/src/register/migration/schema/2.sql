-- The head of an RW, links that are revoked, who entered what, and what is said of a family beside its record.

-- An enrolled RT; without `rt`: an RW.
CREATE TABLE new_office (
    id            TEXT PRIMARY KEY,
    public_key    BLOB NOT NULL,
    -- As crypt(3) writes it, which nginx reads too.
    password_hash TEXT NOT NULL,
    area          TEXT NOT NULL,
    rw            TEXT NOT NULL,
    rt            TEXT,
    enrolled_on   TEXT NOT NULL,
    edition       INTEGER NOT NULL DEFAULT 0,
    -- The day of the list that was last taken in.
    listed_on     TEXT,
    -- From then on nothing is taken from it and nothing published for it.
    revoked_on    TEXT
) STRICT;
INSERT INTO new_office (id, public_key, password_hash, area, rw, rt, enrolled_on, edition)
    SELECT id, public_key, password_hash, area, rw, rt, enrolled_on, edition FROM office;
DROP TABLE office;
ALTER TABLE new_office RENAME TO office;
CREATE INDEX office_by_rw ON office (area, rw);

-- Who entered the record as it stands; none: Dinas Sosial, from a list on paper or in a spreadsheet.
ALTER TABLE family ADD COLUMN entered_by TEXT REFERENCES office (id);

-- What a record was before a change, and who had entered it like that.
CREATE TABLE former (
    id         INTEGER PRIMARY KEY,
    family     INTEGER NOT NULL REFERENCES family (id),
    household  TEXT NOT NULL,
    entered_by TEXT REFERENCES office (id),
    until      TEXT NOT NULL
) STRICT;
CREATE INDEX former_by_family ON former (family);

-- Who gave the code; none: Dinas Sosial.
ALTER TABLE code ADD COLUMN office TEXT REFERENCES office (id);
CREATE INDEX code_by_office ON code (office);

-- Codes that whoever gave them took back; also of families that have not arrived yet.
CREATE TABLE taken_back (
    code TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- What heads of RT and RW say beside the records, code by code: what the last list says of a code stands, what only an
-- earlier one said is struck out and stays legible.
CREATE TABLE remark (
    id        INTEGER PRIMARY KEY,
    code      TEXT NOT NULL REFERENCES code (code),
    office    TEXT NOT NULL REFERENCES office (id),
    said_at   TEXT NOT NULL,
    remark    TEXT NOT NULL,
    struck_at TEXT,
    UNIQUE (code, remark)
) STRICT;
