DROP TABLE exhibit_documents;
DROP TABLE exhibits;
