CREATE TABLE templates (
  id         uuid        PRIMARY KEY,
  name       text        NOT NULL CHECK (name <> ''),
  lines      jsonb       NOT NULL CHECK (jsonb_typeof(lines) = 'array'),
  approved   boolean     NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
