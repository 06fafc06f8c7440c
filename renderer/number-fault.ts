// What is wrong with a number that was typed, in words, the same at every field.

import { compare, type Decimal } from '../shared/decimal.ts'
import { text } from './messages/en.ts'
import { readNumber, writeNumber } from './typed-number.ts'

export interface TypedNumber {
  /** `null` while nothing, or nothing that counts, was typed. */
  value: Decimal | null
  /** `null` where nothing is wrong; an empty field is not ready, and no fault. */
  fault: string | null
}

/** Reads one; `zero` are the words for a 0, where that is none that counts. */
export function typedNumber(typed: string, zero: string | null = null): TypedNumber {
  const reading = readNumber(typed)
  const { invalid } = text.common
  switch (reading.kind) {
    case 'empty':
      return { value: null, fault: null }
    case 'ambiguous':
      return { value: null, fault: invalid.ambiguous(typed.trim(), reading.whole, reading.fraction) }
    case 'invalid':
      return { value: null, fault: invalid.number(writeNumber('50'), writeNumber('0.25')) }
    case 'number':
      return zero !== null && compare(reading.value, '0') === 0
        ? { value: null, fault: zero }
        : { value: reading.value, fault: null }
  }
}
