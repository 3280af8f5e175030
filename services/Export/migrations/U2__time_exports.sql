ALTER TABLE exports DROP COLUMN duration_ms;
