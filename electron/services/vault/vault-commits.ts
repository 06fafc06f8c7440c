// What makes a header of the vault durable: with what belongs to it in one transaction, and in both of its places.

import type { CommitHeader, HeaderFacts } from '../../ports/vault.ts'
import type { VaultParts } from './vault-parts.ts'

export interface VaultCommits {
  bothHold(header: Uint8Array): void
  /** `also` is written in the same transaction. */
  commitWith(also: (facts: HeaderFacts) => void): CommitHeader
}

/** Builds it. */
export function createVaultCommits({ store, readFacts, logger }: VaultParts): VaultCommits {
  // What was taken away, an old passphrase above all, must not go on opening the vault by the other copy. Where there is no
  // room for it now, the next unlock does it.
  const bothHold = (header: Uint8Array) => {
    try {
      store.saveBothHeaders(header, readFacts(header)?.generation ?? 0)
    } catch (error) {
      logger.warn('header-not-copied', { error })
    }
  }
  const commitWith =
    (also: (facts: HeaderFacts) => void): CommitHeader =>
    async (header) => {
      const read = readFacts(header)
      if (read === null) throw new Error('the key service sent no header')
      store.transaction(() => {
        store.saveHeader(header, read.generation)
        also(read)
      })
      bothHold(header)
    }
  return { bothHold, commitWith }
}
