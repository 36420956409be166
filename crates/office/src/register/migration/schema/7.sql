-- What an auditor asks: when something was written, in which order, by whom, and who looked.

-- By the clock of the computer; `recorded_at` is the time that the command was told. None: written by an earlier version.
ALTER TABLE event ADD COLUMN written_at TEXT;

-- Every event, and what else people did, in the order of writing. Each digest is of the row that is named and of the digest
-- before it, so none of them changes, goes or comes between without the next one showing it.
CREATE TABLE trail (
    id     INTEGER PRIMARY KEY,
    -- The family that it is about.
    family INTEGER,
    -- Which of its events; none: something else.
    number INTEGER,
    -- What else was done, JSON.
    act    TEXT,
    digest BLOB NOT NULL
) STRICT;

-- An approval that waits for a second person.
CREATE TABLE proposal (
    tahap       INTEGER PRIMARY KEY,
    by          TEXT NOT NULL,
    -- Of the families that it is about: another person approves the same ones, or begins anew.
    families    BLOB NOT NULL,
    proposed_at TEXT NOT NULL
) STRICT;

-- Who has found out that a list is right that names many new families.
ALTER TABLE quarantine ADD COLUMN accepted_by TEXT;

-- A number that no run of lists leads to: with it, one list of a thief shut out every later one of its RT, also under a new
-- link. Since numbers leap by 1000 at most, none comes again.
UPDATE office SET edition = (SELECT count(*) FROM edition WHERE edition.office = office.id)
    WHERE edition > 1000 * (1 + (SELECT count(*) FROM edition WHERE edition.office = office.id));
