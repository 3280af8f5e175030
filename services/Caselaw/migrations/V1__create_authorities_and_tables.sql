CREATE TABLE authorities (
  id uuid PRIMARY KEY,
  citation text NOT NULL CHECK (citation <> ''),
  type text NOT NULL CHECK (type IN ('case', 'statute', 'regulation')),
  normalized_citation text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE UNIQUE INDEX authorities_normalized_citation ON authorities (lower(normalized_citation));
CREATE INDEX authorities_newest ON authorities (created_at DESC, id DESC);

CREATE TABLE tables_of_authorities (
  draft_id uuid PRIMARY KEY,
  generated_at timestamptz NOT NULL DEFAULT now(),
  -- {"cases": [{citation, normalized_citation, occurrences, paragraph_ids}], "statutes": […], "regulations": […]}
  entries jsonb NOT NULL DEFAULT '{}'
);
