-- Until now the approval was a template's last change, so its time is known.
ALTER TABLE templates ADD COLUMN approved_at timestamptz;
UPDATE templates SET approved_at = updated_at WHERE approved;
