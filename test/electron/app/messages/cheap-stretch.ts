// Stands in for Argon2id where passphrases are taken by the thousand: as good as nothing against guessing.

import type * as primitives from '../../../../electron/vault/primitives.ts'

/** A key from a passphrase in a few microseconds. */
export function cheapStretch({
  hkdf,
  checkKdf,
}: Pick<typeof primitives, 'hkdf' | 'checkKdf'>): typeof primitives.stretch {
  return async (passphrase, salt, params) => {
    checkKdf(params)
    return hkdf(new TextEncoder().encode(passphrase), salt, new TextEncoder().encode('a test'), 32)
  }
}
