// Signs the end of the log while the vault is open, and has the keychain remember it.

import { createMutex } from '../../../shared/serial-queue.ts'
import type { AuditStore } from '../../ports/stores.ts'
import type { Logger } from '../../ports/system.ts'
import type { KeyService, Opened } from '../../ports/vault.ts'
import { checkpointText, signedNote } from './audit-note.ts'
import { holdsAnchor, type Trusted } from './audit-verify.ts'

/** What the log needs of the process that holds the keys. */
export type AuditSigner = Pick<KeyService, 'sign' | 'anchor'>

/** What it needs of the vault that was opened. */
export type AuditOpened = Pick<Opened, 'anchor' | 'keychain' | 'signerKey'>

/** Entries after which the end is signed without being asked. */
const EVERY = 256

interface Session {
  keyService: AuditSigner
  signer: Uint8Array
  hasKeychain: boolean
  anchor: Trusted['anchor']
  /** What the keychain remembered and the log did not hold when the vault was opened: remembered until it is locked. */
  lost: Trusted['anchor']
}

export interface AuditSeal {
  /** Answers what the keychain remembers of the log and the log does not hold; `null` when it fits. */
  open(opened: AuditOpened, keyService: AuditSigner): Trusted['anchor']
  /** What the open vault vouches for; `null` while it is locked. */
  trusted(): Trusted | null
  /** After an entry: signs in the background when enough have come since the last checkpoint. */
  noteEntry(seq: number): void
  /** Signs the end now; resolves when it is done, or was given up. */
  now(): Promise<void>
  /** Signs the end once more, and then forgets the vault. */
  shut(): Promise<void>
  /** Resolves when nothing is being signed. */
  idle(): Promise<void>
}

/** Builds the seal. A checkpoint that fails is tried again by the next one; it never stops what is being written. */
export function createAuditSeal(store: AuditStore, logger: Logger): AuditSeal {
  let session: Session | null = null
  let signedAt = store.lastCheckpoint()?.seq ?? 0
  const signing = createMutex()
  let waiting = 0

  const sign = async () => {
    waiting -= 1
    const last = store.last()
    const of = session
    if (of === null || last === null) return
    if (signedAt !== last.seq) {
      const text = checkpointText(last)
      const note = signedNote(text, of.signer, await of.keyService.sign(Buffer.from(text)))
      store.saveCheckpoint({ seq: last.seq, signer: of.signer, note })
      signedAt = last.seq
    }
    const auditHash = Buffer.from(last.hash).toString('hex')
    // A vault that was opened without its keychain has nowhere to remember the end.
    if (!of.hasKeychain || of.anchor?.auditHash === auditHash) return
    await of.keyService.anchor(last.seq, auditHash)
    of.anchor = { auditSeq: last.seq, auditHash }
  }
  const now = () => {
    waiting += 1
    return signing.run(sign).catch((error: unknown) => logger.warn('checkpoint-failed', { error }))
  }
  return {
    open: ({ anchor, keychain, signerKey }, keyService) => {
      const lost = anchor !== null && !holdsAnchor(store, anchor) ? anchor : null
      session = { keyService, signer: signerKey, hasKeychain: keychain === 'ok', anchor, lost }
      // A log that was cut or replaced may end before the last checkpoint that this process signed.
      signedAt = store.lastCheckpoint()?.seq ?? 0
      return lost
    },
    trusted: () => session && { signer: session.signer, anchor: session.lost ?? session.anchor },
    noteEntry: (seq) => {
      if (session !== null && waiting === 0 && seq - signedAt >= EVERY) void now()
    },
    now,
    shut: async () => {
      const closing = session
      await now()
      // A keychain that hangs may have been given up, and the vault opened again meanwhile.
      if (session === closing) session = null
    },
    idle: signing.idle,
  }
}
