// The key of a staged order's order. It follows from the staged order alone: another copy of the profile that sends the same one
// sends the same key, and an exchange that looks at keys takes it once.

import { createHash } from 'node:crypto'

/** The `intentId`, a UUID of version 8. The same for the same `stagedId`. */
export function intentIdOf(stagedId: string): string {
  const bytes = createHash('sha256').update(`prelist-staged-order:${stagedId}`).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Whether a key can be one of a staged order; a ticket's own is a UUID of version 4. */
export const mayBeStaged = (intentId: string): boolean => intentId[14] === '8'
