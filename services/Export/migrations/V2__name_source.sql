-- Says in words where a document came from. Generated, so that rows of before have it too,
-- and a service of the version before, which does not know the column, goes on writing rows.
ALTER TABLE exports ADD COLUMN source text NOT NULL
  GENERATED ALWAYS AS (CASE WHEN draft_id IS NULL THEN 'inline' ELSE 'draft' END) STORED;
