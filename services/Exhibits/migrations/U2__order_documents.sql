DROP TRIGGER exhibit_documents_place ON exhibit_documents;
DROP FUNCTION exhibit_documents_place();
ALTER TABLE exhibit_documents DROP COLUMN position;
