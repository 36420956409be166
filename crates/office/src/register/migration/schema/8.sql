-- What the bank says of the money: every file whole, every line with its amount, and what people found out about lines that
-- differ from what is due.

-- A table of the bank, as it was read for a tahap.
CREATE TABLE bank_file (
    source  INTEGER NOT NULL REFERENCES source (id),
    tahap   INTEGER NOT NULL,
    read_at TEXT NOT NULL,
    -- The sum that stands below its lines, in rupiah; none: it names none.
    total   INTEGER,
    PRIMARY KEY (source, tahap)
) STRICT, WITHOUT ROWID;

CREATE TABLE bank_line (
    id      INTEGER PRIMARY KEY,
    source  INTEGER NOT NULL REFERENCES source (id),
    line    INTEGER NOT NULL,
    tahap   INTEGER NOT NULL,
    -- None: it names nobody whom the register knows.
    family  INTEGER REFERENCES family (id),
    says    TEXT NOT NULL,
    on_day  TEXT NOT NULL,
    -- In rupiah; none: the line names none, and what is due counts.
    amount  INTEGER,
    -- Of a line that names nobody: whom it means, with the ends of the numbers alone.
    whom    TEXT NOT NULL,
    -- What its reader found wrong; none: nothing.
    differs TEXT,
    -- How it stands in the accounts. It follows from all lines of the family and its history, and is made anew with each.
    posting TEXT NOT NULL,
    UNIQUE (source, tahap, line)
) STRICT;
CREATE INDEX bank_line_by_family ON bank_line (family, tahap);

-- What a person found out about a line; the last one counts, and none is written over.
CREATE TABLE settlement (
    id         INTEGER PRIMARY KEY,
    item       INTEGER NOT NULL REFERENCES bank_line (id),
    outcome    TEXT NOT NULL,
    by         TEXT NOT NULL,
    reason     TEXT NOT NULL,
    settled_at TEXT NOT NULL
) STRICT;
CREATE INDEX settlement_by_item ON settlement (item);

-- What earlier versions took in of the reports of the bank: they did not read amounts, and kept no line that differed.
INSERT INTO bank_file
    SELECT DISTINCT report.source, CAST(substr(report.topic, 17) AS INTEGER), source.taken_at, NULL
    FROM report JOIN source ON source.id = report.source WHERE report.topic LIKE 'pencairan tahap %';
INSERT INTO bank_line (source, line, tahap, family, says, on_day, whom, posting)
    SELECT source, line, CAST(substr(topic, 17) AS INTEGER), family, says, on_day, '', says
    FROM report WHERE topic LIKE 'pencairan tahap %';
