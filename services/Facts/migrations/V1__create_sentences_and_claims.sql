CREATE TABLE sentences (
  id uuid PRIMARY KEY,
  paragraph_id uuid NOT NULL,
  start_offset integer NOT NULL CHECK (start_offset >= 0),
  end_offset integer NOT NULL,
  text text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT sentences_offsets_check CHECK (end_offset > start_offset)
);

CREATE TABLE claims (
  id uuid PRIMARY KEY,
  draft_id uuid NOT NULL,
  claim_text text NOT NULL,
  claim_type text NOT NULL CHECK (claim_type IN ('factual', 'legal', 'mixed')),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  sentence_ids uuid[] NOT NULL DEFAULT '{}'
);

CREATE INDEX claims_newest ON claims (created_at DESC, id DESC);

CREATE TABLE claim_exhibits (
  claim_id uuid NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
  exhibit_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (claim_id, exhibit_id)
);
