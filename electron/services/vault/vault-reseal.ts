// After a new data key: seals the records of earlier ones anew, one after the other in the background, and has the earlier
// keys destroyed once nothing needs them. Begun again at each unlock, it needs no place to remember how far it got.

import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { Audit } from '../../ports/operations.ts'
import type { Clock, Logger } from '../../ports/system.ts'
import type { CommitHeader, HeaderFacts, KeyService, VaultStore } from '../../ports/vault.ts'

export interface Resealer {
  /** Works until nothing is behind or the vault is locked. Never throws. */
  run(): Promise<void>
}

export interface ResealParts {
  keyService: KeyService
  store: VaultStore
  clock: Clock
  logger: Logger
  audit: Audit
  /** What the open vault's header says; `null` once it is locked. */
  facts: () => HeaderFacts | null
  /** Waits for the vault's other operations, and makes the header durable together with `also`. */
  change: (work: (commit: CommitHeader) => Promise<void>, also: () => void) => Promise<void>
}

/** Builds the worker. */
export function createResealer({ keyService, store, clock, logger, audit, facts, change }: ResealParts): Resealer {
  const resealAll = async (): Promise<number> => {
    let done = 0
    let cursor = ''
    for (;;) {
      const newest = facts()?.epochs.at(-1)?.epoch
      const record = newest === undefined ? null : store.nextBehind(newest, cursor)
      if (record === null) return done
      cursor = record.recordId
      // Durable before the secret is touched.
      audit({ kind: 'secret', event: 'key-resealed', subject: store.ownerOf(cursor) ?? cursor })
      try {
        const bytes = await keyService.reseal(record)
        if (store.replaceRecord({ ...record, bytes })) done += 1
      } catch (error) {
        // One record that cannot be opened keeps its data key, and must not keep the others from a new one.
        if (!(error instanceof AppError && error.code === 'VAULT_DAMAGED')) throw error
        logger.error('record-not-resealed', { error })
      }
    }
  }
  const retire = async () => {
    const newest = facts()?.epochs.at(-1)?.epoch
    if (newest === undefined || facts()?.epochs.length === 1 || store.countBehind(newest) > 0) return
    await change(
      (commit) => keyService.retireEpochs([newest], clock.now(), commit),
      () => {
        // A record that was sealed before and written down only now: its key is still needed.
        if (store.countBehind(newest) > 0) throw new AppError('TRY_LATER', reason('DATA_KEY_IN_USE'))
        store.retireBefore(newest)
        audit({ kind: 'vault', event: 'data-keys-retired', detail: { epoch: newest } })
      },
    )
  }
  return {
    run: async () => {
      try {
        const count = await resealAll()
        if (count > 0) audit({ kind: 'vault', event: 'records-resealed', detail: { count } })
        await retire()
      } catch (error) {
        // Locked in between, or no room on the disk: the next unlock goes on.
        if (!(error instanceof AppError && error.code === 'VAULT_LOCKED')) logger.warn('reseal-stopped', { error })
      }
    },
  }
}
