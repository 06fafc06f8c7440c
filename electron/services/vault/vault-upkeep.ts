// What is done to an open vault beside the operations: a rotation that was cut off is finished, and records that are sealed
// by an older data key are sealed anew in the background.

import { createMutex } from '../../../shared/serial-queue.ts'
import type { VaultCommits } from './vault-commits.ts'
import type { VaultParts } from './vault-parts.ts'
import { createResealer } from './vault-reseal.ts'
import type { VaultState } from './vault-state.ts'

export interface VaultUpkeep {
  rotateWrappingKey(): Promise<void>
  finishRotation(): Promise<void>
  /** Begins to seal anew, behind what is sealed anew already. */
  reseal(): void
  /** Resolves when nothing is sealed anew any more. */
  idle(): Promise<void>
}

/** Builds it. `change` does its work in turn with the operations, while the vault is open. */
export function createVaultUpkeep(
  { keyService, store, clock, logger, audit }: VaultParts,
  state: VaultState,
  { commitWith }: VaultCommits,
  change: (work: () => Promise<void>) => Promise<unknown>,
): VaultUpkeep {
  const { facts } = state
  const resealing = createMutex()
  const resealer = createResealer({
    keyService,
    store,
    clock,
    logger,
    audit,
    facts: () => (state.isOpen() ? facts() : null),
    change: async (work, also) => void (await change(() => work(commitWith(also)))),
  })
  const reseal = () => {
    void resealing.run(resealer.run)
  }

  const rotateWrappingKey = () =>
    keyService.rotateWrappingKey(
      clock.now(),
      // Of its two commits the second one takes the old slot away.
      commitWith(({ keychainSlots }) => {
        if (keychainSlots === 1) audit({ kind: 'vault', event: 'wrapping-key-rotated' })
      }),
    )
  const finishRotation = async () => {
    if ((facts()?.keychainSlots ?? 0) < 2) return
    // The app ended in between; both slots work, and the old one must go.
    await rotateWrappingKey().catch((error: unknown) => logger.warn('rotation-not-finished', { error }))
  }
  return { rotateWrappingKey, finishRotation, reseal, idle: resealing.idle }
}
