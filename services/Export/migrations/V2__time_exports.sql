-- How long an export took. Of those before, it is not known; a service of the version before goes on
-- writing rows without it. A column without a default is added without touching the rows.
ALTER TABLE exports ADD COLUMN duration_ms integer CHECK (duration_ms >= 0);
