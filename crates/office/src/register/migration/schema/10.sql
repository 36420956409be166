-- A family is its people, not its number: it may go on under another KK number or in another RT.

-- The RT of a record before a change, by which a list that came earlier is known again; none: an earlier version wrote it.
ALTER TABLE former ADD COLUMN area TEXT;
ALTER TABLE former ADD COLUMN rw TEXT;
ALTER TABLE former ADD COLUMN rt TEXT;
CREATE INDEX former_by_kk ON former (iif(json_valid(household), household ->> 'kk', NULL));

-- Whether a person found that the entry which stands for this one is the same family: no rule finds otherwise.
ALTER TABLE family ADD COLUMN found_same INTEGER NOT NULL DEFAULT 0;
