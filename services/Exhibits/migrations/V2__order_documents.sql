-- evolve-tx-off
-- Documents get a place of their own: until now those added in one request shared a time, and so had no order.
-- Statement by statement, so that no reader waits for the update; each can be run again.
ALTER TABLE exhibit_documents ADD COLUMN IF NOT EXISTS position integer;

-- A service of the version before gives no place; its documents come last.
CREATE OR REPLACE FUNCTION exhibit_documents_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.position := (SELECT coalesce(max(position), 0) + 1 FROM exhibit_documents WHERE exhibit_id = NEW.exhibit_id);
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER exhibit_documents_place BEFORE INSERT ON exhibit_documents
  FOR EACH ROW WHEN (NEW.position IS NULL) EXECUTE FUNCTION exhibit_documents_place();

UPDATE exhibit_documents d
SET position = ordered.position
FROM (
  SELECT exhibit_id, document_id, row_number() OVER (PARTITION BY exhibit_id ORDER BY created_at, document_id) AS position
  FROM exhibit_documents
) ordered
WHERE d.exhibit_id = ordered.exhibit_id AND d.document_id = ordered.document_id;

ALTER TABLE exhibit_documents ALTER COLUMN position SET NOT NULL;

DROP INDEX CONCURRENTLY IF EXISTS exhibit_documents_position;
CREATE UNIQUE INDEX CONCURRENTLY exhibit_documents_position ON exhibit_documents (exhibit_id, position);
