-- What was taken back: a file that was a mistake stays, and says nothing. Events that take others back came with this version too:
-- an earlier one would not know them.
ALTER TABLE report ADD COLUMN withdrawn_at TEXT;
ALTER TABLE bank_file ADD COLUMN withdrawn_at TEXT;
