// The keys below the master key: one for each purpose, bound to the vault and to the kind of build.

import type { Build } from '../ports/vault.ts'
import { ascii } from './bytes.ts'
import { hkdf, KEY_BYTES } from './primitives.ts'

export type Purpose = 'dek-wrap' | 'header-mac' | 'signing-seed-wrap'

/** As it stands in a header. Product and development derive different keys from the same master. */
export const BUILD_BYTE: Readonly<Record<Build, number>> = { product: 1, development: 2 }

/** HKDF-SHA256 of the master key with the vault's id as salt. */
export function deriveKey(master: Uint8Array, vaultId: Uint8Array, purpose: Purpose, build: Build): Uint8Array {
  return hkdf(master, vaultId, ascii(`prelist/${purpose}/v1/${build}`), KEY_BYTES)
}
