// The tables of overrides among the migrations. None is ever edited.

// Overrides end: of one order after a time, and those for a time are rows of their own. What broke which limit under one is kept.
export const OVERRIDES_END = `
ALTER TABLE overrides ADD COLUMN until TEXT;
CREATE TABLE timed_overrides (
  override_id TEXT PRIMARY KEY, environment TEXT NOT NULL, rule TEXT NOT NULL, subject TEXT, reason TEXT NOT NULL,
  at TEXT NOT NULL, until TEXT NOT NULL, ended_at TEXT
) STRICT;
CREATE TABLE override_uses (
  override_id TEXT NOT NULL, intent_id TEXT NOT NULL, breaches TEXT NOT NULL, at TEXT NOT NULL,
  PRIMARY KEY (override_id, intent_id)
) STRICT, WITHOUT ROWID
`
