ALTER TABLE templates DROP COLUMN approved_at;
