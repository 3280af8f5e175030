-- evolve-tx-off
-- Statement by statement, so that no reader waits for the update; each can be run again.
ALTER TABLE tables_of_authorities ADD COLUMN IF NOT EXISTS entries jsonb NOT NULL DEFAULT '{}';

UPDATE tables_of_authorities t
SET entries = (
  SELECT jsonb_object_agg(g.member, coalesce(
    (SELECT jsonb_agg(
       jsonb_build_object(
         'citation', e.citation, 'normalized_citation', e.normalized_citation,
         'occurrences', e.occurrences, 'paragraph_ids', to_jsonb(e.paragraph_ids))
       ORDER BY e.position)
     FROM table_entries e WHERE e.draft_id = t.draft_id AND e.type = g.type),
    '[]'))
  FROM (VALUES ('case', 'cases'), ('statute', 'statutes'), ('regulation', 'regulations')) AS g (type, member)
);

DROP TABLE table_entries;
