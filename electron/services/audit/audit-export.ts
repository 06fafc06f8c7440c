// The audit log as a file for others: one JSON object a line, with all that a stranger needs to check it.

import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { AuditRow, AuditStore, CheckpointRow } from '../../ports/stores.ts'

/** Writes a new file of these parts, mode 0600: completely, or not at all. @throws AppError `FILE_EXISTS`, `FILE_NOT_USABLE` */
export type WriteNewFile = (path: string, parts: AsyncIterable<Uint8Array>) => Promise<unknown>

const FORMAT = 'prelist-audit/1'
const ENDING = '.ndjson'
/** Entries between two writes, in which the app answers. */
const PAGE = 200
/** On every system; a path without its beginning would be looked for wherever the app was started. */
const ABSOLUTE = /^(\/|[A-Za-z]:[\\/]|\\\\)/
const encoder = new TextEncoder()

/**
 * Writes the log as it stands at the call, and answers how many entries that were. `signer` is the public key of the
 * open vault; while it is locked the key that signed last takes its place.
 * @throws AppError `FILE_EXISTS`, `FILE_NOT_USABLE`
 */
export async function exportLog(
  store: AuditStore,
  signer: Uint8Array | null,
  path: string,
  write: WriteNewFile,
): Promise<number> {
  if (!ABSOLUTE.test(path)) throw new AppError('FILE_NOT_USABLE', reason('FILE_PATH_NOT_WHOLE'))
  if (!path.endsWith(ENDING)) throw new AppError('FILE_NOT_USABLE', reason('FILE_ENDING_WANTED', { ending: ENDING }))
  const entries = store.last()?.seq ?? 0
  const checkpoints = store.checkpoints()
  const key = signer ?? checkpoints.at(-1)?.signer ?? null
  await write(path, encoded(store, key, entries, checkpoints))
  return entries
}

async function* encoded(...of: Parameters<typeof lines>): AsyncGenerator<Uint8Array> {
  for (const part of lines(...of)) yield encoder.encode(part)
}

function* lines(store: AuditStore, key: Uint8Array | null, entries: number, checkpoints: CheckpointRow[]) {
  yield line({ type: 'header', format: FORMAT, publicKey: key === null ? null : hex(key), entries })
  let seq = 0
  while (seq < entries) {
    const rows = store.after(seq, PAGE).filter((row) => row.seq <= entries)
    if (rows.length === 0) break
    yield rows.map(entryLine).join('')
    seq = rows.at(-1)?.seq ?? entries
  }
  for (const { note } of checkpoints) yield line({ type: 'checkpoint', note })
}

// A detail that somebody spoilt is no JSON any more. Its text then stands there as a string, and the hash does not fit.
function entryLine({ seq, at, kind, event, subject, detail, previous, hash }: AuditRow): string {
  let facts: unknown = detail
  try {
    facts = JSON.parse(detail)
  } catch {
    facts = detail
  }
  return line({
    type: 'entry',
    seq,
    at,
    kind,
    event,
    subject,
    detail: facts,
    previous: hex(previous),
    hash: hex(hash),
  })
}

const line = (value: object) => `${JSON.stringify(value)}\n`
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
