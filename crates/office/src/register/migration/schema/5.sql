-- What became of the rows of a list of families, as its reader counted them: `rows` is the sum of the numbers behind it.
CREATE TABLE list_account (
    source   INTEGER PRIMARY KEY REFERENCES source (id),
    rows     INTEGER NOT NULL,
    families INTEGER NOT NULL,
    titles   INTEGER NOT NULL,
    headers  INTEGER NOT NULL,
    sums     INTEGER NOT NULL,
    unread   INTEGER NOT NULL,
    -- Families that were not taken in; their rows are among those of families.
    refused  INTEGER NOT NULL
) STRICT;
