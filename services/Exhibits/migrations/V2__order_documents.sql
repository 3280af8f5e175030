-- evolve-tx-off
-- Documents get a place of their own: until now those added in one request shared a time, and so had no order.
-- Statement by statement, so that no reader waits for the update; each can be run again.
ALTER TABLE exhibit_documents ADD COLUMN IF NOT EXISTS position integer;

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
