-- What was handed in and what came of it. The files themselves are not kept.
CREATE TABLE ingestions (
  id uuid PRIMARY KEY,
  case_id uuid,
  file_name text NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes integer NOT NULL CHECK (size_bytes >= 0),
  status text NOT NULL CHECK (status IN ('succeeded', 'failed')),
  duration_ms integer NOT NULL CHECK (duration_ms >= 0),
  section_count integer NOT NULL CHECK (section_count >= 0),
  paragraph_count integer NOT NULL CHECK (paragraph_count >= 0),
  sentence_count integer NOT NULL CHECK (sentence_count >= 0),
  citation_count integer NOT NULL CHECK (citation_count >= 0),
  created_at timestamptz NOT NULL DEFAULT now()
);
