// Decimals for property tests, and the same arithmetic once more on whole numbers, to compare with.

import fc from 'fast-check'

const SCALE = 18

/** Decimals in the accepted spelling with up to `digits` before and `places` after the point. */
export function decimalArb({ digits = 18, places = 18 } = {}): fc.Arbitrary<string> {
  const whole = fc.bigInt({ min: 0n, max: 10n ** BigInt(digits) - 1n }).map(String)
  const fraction = fc
    .integer({ min: 0, max: places })
    .chain((length) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }))
  return fc
    .tuple(whole, fraction)
    .map(([before, after]) => (after.length === 0 ? before : `${before}.${after.join('')}`))
}

/** A decimal as a whole number of its 18th place. */
export function toScaled(text: string): bigint {
  const negative = text.startsWith('-')
  const [whole = '', fraction = ''] = text.replace('-', '').split('.')
  const scaled = BigInt(whole + fraction.padEnd(SCALE, '0'))
  return negative ? -scaled : scaled
}

/** A whole number of 18th places in its shortest spelling. */
export function fromScaled(scaled: bigint): string {
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(SCALE + 1, '0')
  const fraction = digits.slice(-SCALE).replace(/0+$/, '')
  const text = digits.slice(0, -SCALE) + (fraction === '' ? '' : `.${fraction}`)
  return scaled < 0n ? `-${text}` : text
}

export const ONE = 10n ** BigInt(SCALE)
