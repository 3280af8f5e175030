-- What was handed out. The files themselves are not kept: a draft's version can be exported again.
CREATE TABLE exports (
  id uuid PRIMARY KEY,
  draft_id uuid,
  draft_version integer CHECK (draft_version >= 1),
  title text NOT NULL,
  file_name text NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes integer NOT NULL CHECK (size_bytes > 0),
  include_exhibits boolean NOT NULL,
  include_authorities boolean NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT exports_version_of_draft CHECK ((draft_id IS NULL) = (draft_version IS NULL))
);
