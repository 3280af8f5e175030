-- The digest is worked out at upload rather than at each download. Here the column only; V4 fills it, since the
-- lock that adding a column takes must not be held for as long as hashing everything takes.
ALTER TABLE evidence
  ADD COLUMN sha256 text CONSTRAINT evidence_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$');
