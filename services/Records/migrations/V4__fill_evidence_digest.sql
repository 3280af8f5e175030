-- contract: evidence.sha256, which the service of version 3 writes at each upload.
UPDATE evidence SET sha256 = encode(sha256(c.content), 'hex')
FROM evidence_content c
WHERE c.evidence_id = evidence.id AND evidence.sha256 IS NULL;

ALTER TABLE evidence ALTER COLUMN sha256 SET NOT NULL;
