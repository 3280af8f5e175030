-- No loss: the digest follows from the content.
ALTER TABLE evidence DROP COLUMN sha256;
