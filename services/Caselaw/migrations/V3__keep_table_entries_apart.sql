-- The entries of a table move from a document to rows, so that the drafts that cite an authority can be found.
-- Writers wait; readers do not, until the document goes at the very end.
LOCK TABLE tables_of_authorities IN SHARE ROW EXCLUSIVE MODE;

CREATE TABLE table_entries (
  draft_id uuid NOT NULL,
  position integer NOT NULL CHECK (position >= 0),
  type text NOT NULL CHECK (type IN ('case', 'statute', 'regulation')),
  citation text NOT NULL,
  normalized_citation text NOT NULL,
  occurrences integer NOT NULL CHECK (occurrences > 0),
  paragraph_ids text[] NOT NULL
);

INSERT INTO table_entries (draft_id, position, type, citation, normalized_citation, occurrences, paragraph_ids)
SELECT t.draft_id,
       row_number() OVER (PARTITION BY t.draft_id ORDER BY g.place, e.place) - 1,
       g.type,
       e.entry ->> 'citation',
       e.entry ->> 'normalized_citation',
       (e.entry ->> 'occurrences')::integer,
       ARRAY(SELECT jsonb_array_elements_text(e.entry -> 'paragraph_ids'))
FROM tables_of_authorities t
CROSS JOIN (VALUES (1, 'case', 'cases'), (2, 'statute', 'statutes'), (3, 'regulation', 'regulations')) AS g (place, type, member)
CROSS JOIN LATERAL jsonb_array_elements(t.entries -> g.member) WITH ORDINALITY AS e (entry, place);

ALTER TABLE table_entries
  ADD PRIMARY KEY (draft_id, position),
  ADD FOREIGN KEY (draft_id) REFERENCES tables_of_authorities (draft_id) ON DELETE CASCADE;

CREATE INDEX table_entries_normalized_citation ON table_entries (normalized_citation);

ALTER TABLE tables_of_authorities DROP COLUMN entries;
