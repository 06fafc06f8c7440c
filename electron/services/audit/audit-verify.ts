// Walks the whole audit log: every entry's hash, every checkpoint's signature, and the end that the keychain remembers.

import type { AuditReport } from '../../../shared/audit.ts'
import { type Reason, reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { AuditRow, AuditStore, CheckpointRow } from '../../ports/stores.ts'
import type { Anchor } from '../../ports/vault.ts'
import { entryHash, NO_HASH } from './audit-entry.ts'
import { readNote } from './audit-note.ts'

/** Entries between two pauses, in which the app answers; one or two milliseconds of work. */
const PAGE = 200

/** What only an open vault can vouch for. */
export interface Trusted {
  signer: Uint8Array
  anchor: Pick<Anchor, 'auditSeq' | 'auditHash'> | null
}

interface Finding {
  alert: 'log-broken' | 'log-cut'
  firstBroken: number | null
  detail: Reason
}

export interface Verification {
  report: AuditReport
  alert: Finding['alert'] | null
}

/**
 * Checks the log as it stands at the call; what is appended meanwhile is left to the next one. `trusted` is `null` while
 * the vault is locked: then the checkpoints are held against the key that they name, and nothing against the keychain.
 * @throws AppError `CLOSED` once `isOver` says so: a long walk must not keep the app from closing
 */
export async function verifyLog(
  store: AuditStore,
  trusted: Trusted | null,
  isOver: () => boolean = () => false,
): Promise<Verification> {
  const last = store.last()
  const end = last?.seq ?? 0
  const checkpoints = store.checkpoints()
  const anchor = trusted?.anchor ?? null
  const walk = createWalk(signedHash(checkpoints, trusted?.signer ?? null), anchor)
  const entries = await walkTo(store, end, walk.take, isOver)
  // A backup that was restored meanwhile has put another log in this one's place.
  if (last !== null && !isThere(store, last)) return verifyLog(store, null, isOver)

  const { finding, anchored } = walk.result(end, checkpoints.at(-1)?.seq ?? 0)
  const report: AuditReport = {
    ok: finding === null,
    entries,
    checkpoints: checkpoints.length,
    firstBroken: finding?.firstBroken ?? null,
    detail: finding?.detail ?? reason('LOG_VERIFIED'),
    anchored,
  }
  return { report, alert: finding?.alert ?? null }
}

/** Shows every entry to `take` until it answers false, and answers how many there are: a look in steps, as the walk itself. */
async function walkTo(
  store: AuditStore,
  end: number,
  take: (row: AuditRow) => boolean,
  isOver: () => boolean,
): Promise<number> {
  let entries = 0
  let isJudged = true
  // Below every number that an entry can have, so that one that was put in before the first is seen.
  let at = Number.MIN_SAFE_INTEGER
  while (at < end) {
    const rows = store.after(at, PAGE).filter((row) => row.seq <= end)
    entries += rows.length
    if (isJudged && !rows.every(take)) isJudged = false
    at = rows.at(-1)?.seq ?? end
    await pause()
    if (isOver()) throw new AppError('CLOSED', reason('CLOSING'))
  }
  return entries
}

function createWalk(signed: (seq: number) => Uint8Array | null | undefined, anchor: Trusted['anchor']) {
  let finding: Finding | null = null
  let anchored = anchor?.auditSeq === 0
  let good = 0
  let previous: AuditRow | null = null
  return {
    /** Looks at the next entry; false ends the walk, since nothing behind a broken one can be judged. */
    take: (row: AuditRow): boolean => {
      const hash = signed(row.seq)
      finding = entryFinding(row, previous) ?? checkpointFinding(row, hash, good)
      if (hash !== undefined) good = row.seq
      if (anchor?.auditSeq === row.seq) anchored = isHex(row.hash, anchor.auditHash)
      previous = row
      return finding === null
    },
    result: (end: number, lastSigned: number): { finding: Finding | null; anchored: boolean | null } => {
      if (finding !== null) return { finding, anchored: anchor === null ? null : false }
      const isAnchored = anchor === null ? null : anchored
      return { finding: endFinding(end, lastSigned, anchor, isAnchored), anchored: isAnchored }
    },
  }
}

/** Whether the log still holds the entry that the keychain remembers; a look at one row. */
export function holdsAnchor(store: AuditStore, { auditSeq, auditHash }: NonNullable<Trusted['anchor']>): boolean {
  return auditSeq === 0 || isThere(store, { seq: auditSeq, hash: Buffer.from(auditHash, 'hex') })
}

function isThere(store: AuditStore, { seq, hash }: Pick<AuditRow, 'seq' | 'hash'>): boolean {
  const row = store.after(seq - 1, 1)[0]
  return row?.seq === seq && isSame(row.hash, hash)
}

const broken = (firstBroken: number | null, detail: Reason): Finding => ({ alert: 'log-broken', firstBroken, detail })
const cut = (detail: Reason): Finding => ({ alert: 'log-cut', firstBroken: null, detail })

function entryFinding(row: AuditRow, before: AuditRow | null): Finding | null {
  const expected = (before?.seq ?? 0) + 1
  if (row.seq > expected) return broken(expected, reason('ENTRY_MISSING', { entry: expected }))
  if (row.seq < expected) return broken(row.seq, reason('ENTRY_PUT_IN', { entry: row.seq }))
  const previous = before?.hash ?? NO_HASH
  const isSound = isSame(row.previous, previous) && isSame(row.hash, entryHash(row, previous))
  return isSound ? null : broken(row.seq, reason('ENTRY_ALTERED', { entry: row.seq }))
}

// The chain is whole here: somebody computed it anew, from an entry after the last checkpoint that still fits.
function checkpointFinding(row: AuditRow, signed: Uint8Array | null | undefined, good: number): Finding | null {
  if (signed === undefined) return null
  if (signed === null) return broken(null, reason('CHECKPOINT_NOT_SIGNED', { entry: row.seq }))
  if (isSame(signed, row.hash)) return null
  return broken(good + 1, reason('LOG_WRITTEN_ANEW', { from: good + 1, to: row.seq }))
}

function endFinding(end: number, signed: number, anchor: Trusted['anchor'], anchored: boolean | null): Finding | null {
  const known = Math.max(signed, anchor?.auditSeq ?? 0)
  if (known > end) return cut(reason('LOG_END_MISSING', { entries: end, known }))
  return anchored === false ? cut(reason('LOG_NOT_ANCHORED')) : null
}

// While the vault is locked the newest checkpoint says who signs; the others must be by the same key.
// Each signature is checked when the walk comes to its entry: all of them at once would take as long as half the walk.
function signedHash(checkpoints: readonly CheckpointRow[], trusted: Uint8Array | null) {
  const signer = trusted ?? checkpoints.at(-1)?.signer ?? new Uint8Array()
  const rows = new Map(checkpoints.map((row) => [row.seq, row]))
  return (seq: number): Uint8Array | null | undefined => {
    const row = rows.get(seq)
    if (row === undefined) return undefined
    const end = isSame(row.signer, signer) ? readNote(row.note, signer) : null
    return end?.seq === seq ? end.hash : null
  }
}

const isSame = (left: Uint8Array, right: Uint8Array) => Buffer.compare(left, right) === 0
const isHex = (bytes: Uint8Array, hex: string) => Buffer.from(bytes).toString('hex') === hex
const pause = () => new Promise<void>((resume) => setImmediate(resume))
