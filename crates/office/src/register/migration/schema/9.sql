-- What was taken back: a file that was a mistake stays, and says nothing. Events that take others back came with this version too:
-- an earlier one would not know them.
ALTER TABLE report ADD COLUMN withdrawn_at TEXT;
ALTER TABLE bank_file ADD COLUMN withdrawn_at TEXT;

-- Whether a line of the bank says the day of the payment. Of earlier ones nobody knows where it is the day of the reading.
ALTER TABLE bank_line ADD COLUMN day_said INTEGER NOT NULL DEFAULT 1;
UPDATE bank_line SET day_said = 0 WHERE on_day = (
    SELECT substr(read_at, 1, 10) FROM bank_file
    WHERE bank_file.source = bank_line.source AND bank_file.tahap = bank_line.tahap
);
-- A return before the payment was closed as a payment that failed.
UPDATE bank_line SET posting = 'tanpa-pembayaran'
    WHERE says = 'retur' AND posting = 'gagal' AND id NOT IN (SELECT item FROM settlement)
        AND (family, tahap) IN (SELECT family, tahap FROM bank_line WHERE posting = 'cair');
CREATE INDEX bank_line_open ON bank_line (family, tahap)
    WHERE posting NOT IN ('cair', 'dibayar-ulang', 'gagal', 'retur', 'bukan-pembayaran', 'ditarik');
