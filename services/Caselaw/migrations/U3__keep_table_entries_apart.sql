DROP TRIGGER tables_of_authorities_to_entries ON tables_of_authorities;
DROP TABLE table_entries;
DROP FUNCTION tables_of_authorities_to_entries();
DROP FUNCTION table_entries_to_document();
ALTER TABLE tables_of_authorities ALTER COLUMN entries SET DEFAULT '{}';
