-- Families whose record KK number and NIK do not open any more: only the code does.
CREATE TABLE pair_closed (
    family    INTEGER PRIMARY KEY REFERENCES family (id),
    closed_at TEXT NOT NULL
) STRICT;
-- What each RT and RW was last told: the digest of its outcome, and the first publication that held it.
CREATE TABLE outcome_serial (
    office TEXT PRIMARY KEY REFERENCES office (id),
    digest BLOB NOT NULL,
    serial INTEGER NOT NULL
) STRICT;
