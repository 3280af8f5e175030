ALTER TABLE exports DROP COLUMN source;
