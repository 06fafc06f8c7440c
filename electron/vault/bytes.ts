// Writes and reads the vault's fixed-width fields, big endian. A reader that meets too few or too many bytes refuses.

import { reason } from '../../shared/reasons/reason.ts'
import { AppError } from '../../shared/result.ts'

export function damagedVault(): AppError {
  return new AppError('VAULT_DAMAGED', reason('VAULT_ALTERED'))
}

/** Any number of bytes, one after the other. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/**
 * Fixed-length unsigned integers, up to 2^53 - 1.
 * @throws RangeError for a number that its field cannot hold: it would be read back as another one
 */
export function uint(value: number, width: 1 | 2 | 4 | 8): Uint8Array {
  if (!Number.isSafeInteger(value) || value < 0 || value >= 256 ** width) throw new RangeError('no such number fits')
  const out = new Uint8Array(width)
  let rest = value
  for (let at = width - 1; at >= 0; at--) {
    out[at] = rest % 256
    rest = Math.floor(rest / 256)
  }
  return out
}

export const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A text with its length before it, so that two texts side by side can never be read as two others. */
export function sized(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text)
  return joined(uint(bytes.length, 2), bytes)
}

export interface Reader {
  uint(width: 1 | 2 | 4 | 8): number
  bytes(length: number): Uint8Array
  /** Bytes that were read so far. */
  at(): number
  /** @throws AppError `VAULT_DAMAGED` when anything is left over */
  end(): void
}

/** @throws AppError `VAULT_DAMAGED` from each of its methods */
export function reader(source: Uint8Array): Reader {
  let at = 0
  const bytes = (length: number) => {
    if (at + length > source.length) throw damagedVault()
    at += length
    return source.slice(at - length, at)
  }
  return {
    bytes,
    uint: (width) => {
      const value = bytes(width).reduce((sum, byte) => sum * 256 + byte, 0)
      if (!Number.isSafeInteger(value)) throw damagedVault()
      return value
    },
    at: () => at,
    end: () => {
      if (at !== source.length) throw damagedVault()
    },
  }
}
