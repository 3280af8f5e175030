-- The entries of a table move from a document to rows, so that the drafts that cite an authority can be found. The document
-- stays until version 4: while services of this version and of the one before run side by side, each writes its own form,
-- and triggers write the other. Writers wait; readers do not.
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

CREATE FUNCTION tables_of_authorities_to_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM table_entries WHERE draft_id = NEW.draft_id;
  INSERT INTO table_entries (draft_id, position, type, citation, normalized_citation, occurrences, paragraph_ids)
  SELECT NEW.draft_id,
         row_number() OVER (PARTITION BY NEW.draft_id ORDER BY g.place, e.place) - 1,
         g.type,
         e.entry ->> 'citation',
         e.entry ->> 'normalized_citation',
         (e.entry ->> 'occurrences')::integer,
         ARRAY(SELECT jsonb_array_elements_text(e.entry -> 'paragraph_ids'))
  FROM (VALUES (1, 'case', 'cases'), (2, 'statute', 'statutes'), (3, 'regulation', 'regulations')) AS g (place, type, member)
  CROSS JOIN LATERAL jsonb_array_elements(NEW.entries -> g.member) WITH ORDINALITY AS e (entry, place);
  RETURN NULL;
END $$;
CREATE TRIGGER tables_of_authorities_to_entries AFTER INSERT OR UPDATE OF entries ON tables_of_authorities
  FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION tables_of_authorities_to_entries();

CREATE FUNCTION table_entries_to_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE tables_of_authorities t SET entries = (
    SELECT jsonb_object_agg(g.member, coalesce(
      (SELECT jsonb_agg(
         jsonb_build_object(
           'citation', e.citation, 'normalized_citation', e.normalized_citation,
           'occurrences', e.occurrences, 'paragraph_ids', to_jsonb(e.paragraph_ids))
         ORDER BY e.position)
       FROM table_entries e WHERE e.draft_id = t.draft_id AND e.type = g.type),
      '[]'))
    FROM (VALUES ('case', 'cases'), ('statute', 'statutes'), ('regulation', 'regulations')) AS g (type, member)
  )
  WHERE t.draft_id IN (SELECT draft_id FROM changed);
  RETURN NULL;
END $$;
CREATE TRIGGER table_entries_added AFTER INSERT ON table_entries REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION table_entries_to_document();
CREATE TRIGGER table_entries_removed AFTER DELETE ON table_entries REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION table_entries_to_document();

-- The service of this version names no document: that of a table without entries is this.
ALTER TABLE tables_of_authorities ALTER COLUMN entries SET DEFAULT '{"cases": [], "statutes": [], "regulations": []}';
