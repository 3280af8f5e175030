CREATE TABLE exhibits (
  id uuid PRIMARY KEY,
  draft_id uuid NOT NULL,
  title text NOT NULL CHECK (title <> ''),
  sentence_ids uuid[] NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX exhibits_newest ON exhibits (created_at DESC, id DESC);

CREATE TABLE exhibit_documents (
  exhibit_id uuid NOT NULL REFERENCES exhibits (id) ON DELETE CASCADE,
  document_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (exhibit_id, document_id)
);
