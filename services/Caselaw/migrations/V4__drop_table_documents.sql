-- The document goes, with what kept it the same as the rows.
-- contract: tables_of_authorities.entries, which the service of version 3 neither reads nor writes.
DROP TRIGGER tables_of_authorities_to_entries ON tables_of_authorities;
DROP TRIGGER table_entries_added ON table_entries;
DROP TRIGGER table_entries_removed ON table_entries;
DROP FUNCTION tables_of_authorities_to_entries();
DROP FUNCTION table_entries_to_document();
ALTER TABLE tables_of_authorities DROP COLUMN entries;
