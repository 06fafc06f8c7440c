// The step of the schema that brings the list of all notes.
//
// All notes as one list with an index of their words. The rows are copies, made by the statement that writes a note where it
// stands: a replaced row fires no trigger for the old one, so that each copy gives way by its text. What is deleted leaves the
// index at once.
export const NOTES = `
CREATE TABLE notes (
  note_id INTEGER PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL, at TEXT NOT NULL,
  UNIQUE (kind, subject)
) STRICT;
CREATE INDEX notes_by_time ON notes (at);
CREATE VIRTUAL TABLE note_search USING fts5(text, content='notes', content_rowid='note_id',
  tokenize='unicode61 remove_diacritics 2', prefix='2 3');
INSERT INTO note_search (note_search, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER notes_indexed AFTER INSERT ON notes BEGIN
  INSERT INTO note_search (rowid, text) VALUES (new.note_id, new.text);
END;
CREATE TRIGGER notes_unindexed AFTER DELETE ON notes BEGIN
  INSERT INTO note_search (note_search, rowid, text) VALUES ('delete', old.note_id, old.text);
END;
CREATE TRIGGER coin_note_written AFTER INSERT ON coin_marks BEGIN
  DELETE FROM notes WHERE kind = 'coin' AND subject = new.coin_id AND text <> coalesce(new.note, '');
  INSERT INTO notes (kind, subject, text, at) SELECT 'coin', new.coin_id, new.note, coalesce(new.note_updated_at, '1970-01-01')
  WHERE coalesce(new.note, '') <> '' AND NOT EXISTS (SELECT 1 FROM notes WHERE kind = 'coin' AND subject = new.coin_id);
END;
CREATE TRIGGER coin_note_removed AFTER DELETE ON coin_marks BEGIN
  DELETE FROM notes WHERE kind = 'coin' AND subject = old.coin_id;
END;
CREATE TRIGGER airdrop_note_written AFTER INSERT ON airdrop_work BEGIN
  DELETE FROM notes WHERE kind = 'airdrop' AND subject = new.coin_id AND text <> coalesce(new.note, '');
  INSERT INTO notes (kind, subject, text, at) SELECT 'airdrop', new.coin_id, new.note, new.updated_at
  WHERE coalesce(new.note, '') <> '' AND NOT EXISTS (SELECT 1 FROM notes WHERE kind = 'airdrop' AND subject = new.coin_id);
END;
CREATE TRIGGER airdrop_note_removed AFTER DELETE ON airdrop_work BEGIN
  DELETE FROM notes WHERE kind = 'airdrop' AND subject = old.coin_id;
END;
CREATE TRIGGER task_note_written AFTER INSERT ON airdrop_records BEGIN
  DELETE FROM notes WHERE kind = 'task' AND subject = new.task_id || ' ' || new.period AND text <> coalesce(new.note, '');
  INSERT INTO notes (kind, subject, text, at) SELECT 'task', new.task_id || ' ' || new.period, new.note, new.done_at
  WHERE coalesce(new.note, '') <> '' AND NOT EXISTS (SELECT 1 FROM notes WHERE kind = 'task' AND subject = new.task_id || ' ' || new.period);
END;
CREATE TRIGGER task_note_removed AFTER DELETE ON airdrop_records BEGIN
  DELETE FROM notes WHERE kind = 'task' AND subject = old.task_id || ' ' || old.period;
END;
INSERT INTO notes (kind, subject, text, at)
  SELECT 'coin', coin_id, note, coalesce(note_updated_at, '1970-01-01') FROM coin_marks WHERE coalesce(note, '') <> '';
INSERT INTO notes (kind, subject, text, at) SELECT 'airdrop', coin_id, note, updated_at FROM airdrop_work WHERE note <> '';
INSERT INTO notes (kind, subject, text, at)
  SELECT 'task', task_id || ' ' || period, note, done_at FROM airdrop_records WHERE note <> '';

CREATE TABLE note_versions (
  version_id INTEGER PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE INDEX note_versions_by_note ON note_versions (kind, subject, version_id)
`
