LOCK TABLE tables_of_authorities, table_entries IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE tables_of_authorities ADD COLUMN entries jsonb NOT NULL DEFAULT '{"cases": [], "statutes": [], "regulations": []}';
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
);

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
