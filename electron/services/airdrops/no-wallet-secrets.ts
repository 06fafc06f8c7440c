// What the trader writes beside a task may name a wallet and never open one.

import { walletSecretIn } from '../../../shared/airdrops/wallet-secrets.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'

const REFUSALS = { 'recovery-phrase': 'LOOKS_LIKE_RECOVERY_PHRASE', 'private-key': 'LOOKS_LIKE_PRIVATE_KEY' } as const

/**
 * Refuses texts that look like a recovery phrase or a private key; nothing of them is repeated. `hashes`: those that may
 * hold a transaction's number, which looks like a key in hex.
 * @throws AppError `BAD_INPUT`
 */
export function refuseWalletSecrets(
  texts: readonly (string | null | undefined)[],
  hashes: readonly (string | null | undefined)[] = [],
): void {
  const found = [
    ...texts.map((text) => walletSecretIn(text ?? '')),
    ...hashes.map((text) => walletSecretIn(text ?? '', true)),
  ].find((secret) => secret !== null)
  if (found !== undefined) throw new AppError('BAD_INPUT', reason(REFUSALS[found]))
}
