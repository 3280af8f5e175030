ALTER TABLE exhibit_documents DROP COLUMN position;
