// Numbers as the trader types or pastes them, read in the notation in which the page shows them. What could mean two
// numbers is none: a price that is off by a thousand is an order that nobody wanted.

import { DECIMAL_PATTERN, type Decimal, normalize } from '../shared/decimal.ts'

export type Reading =
  | { kind: 'empty' }
  | { kind: 'number'; value: Decimal }
  | { kind: 'invalid' }
  /** One mark with three digits behind it: thousands to some, decimals to others. Both meanings, as they would be typed. */
  | { kind: 'ambiguous'; whole: string; fraction: string }

interface Notation {
  decimal: string
  group: string
  /** Its ten digits. */
  digits: readonly string[]
  /** How many digits stand in the groups before the last one of three: two in India. */
  groupSize: number
}

/** Marks that some write between thousands and nobody before decimals. */
const ONLY_GROUPS = /[\s\u00a0\u2007\u2009\u202f'’٬]/u
/** Marks that turn text around; they come along when a number is copied from a page. */
const TURNING = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu
const CURRENCY = /^\p{Sc}\s*|\s*\p{Sc}$/gu
/** Digits of other scripts that a keyboard may give whatever the page shows: the first one of each ten. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0x1040, 0xff10]

const notations = new Map<string, Notation>()

function notationOf(locale: string | undefined): Notation {
  const key = locale ?? ''
  const known = notations.get(key)
  if (known !== undefined) return known
  const format = new Intl.NumberFormat(locale, { useGrouping: true })
  const parts = format.formatToParts(12_345_678_901.5)
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  const integers = parts.filter((part) => part.type === 'integer')
  const plain = new Intl.NumberFormat(locale, { useGrouping: false })
  const notation = {
    decimal: of('decimal'),
    group: of('group'),
    digits: Array.from({ length: 10 }, (_, digit) => plain.format(digit)),
    groupSize: [...(integers.at(-2)?.value ?? '000')].length,
  }
  notations.set(key, notation)
  return notation
}

/** With the digits 0 to 9; `null` where it mixes those of several scripts. */
function inLatinDigits(typed: string, { digits }: Notation): string | null {
  const scripts = new Set<number>()
  const latin = [...typed].map((character) => {
    const shown = digits.indexOf(character)
    const zero = ZEROS.find((first) => {
      const offset = (character.codePointAt(0) ?? 0) - first
      return offset >= 0 && offset <= 9
    })
    if (zero === undefined && shown < 0) return character
    scripts.add(zero ?? -1)
    return String(shown >= 0 ? shown : (character.codePointAt(0) ?? 0) - (zero ?? 0))
  })
  return scripts.size > 1 ? null : latin.join('')
}

const isGrouped = (groups: readonly string[], size: number): boolean =>
  groups.every((group, index) => {
    const whole = index === groups.length - 1 ? 3 : size
    return /^\d+$/.test(group) && (index === 0 ? group.length <= whole : group.length === whole)
  })

/** The digits without the marks between their thousands; `null` where those stand anywhere else. */
function ungrouped(whole: string, isMark: (character: string) => boolean, groupSize: number): string | null {
  const marks = new Set([...whole].filter((character) => /\D/.test(character)).map(spaceAsOne))
  if (marks.size === 0) return whole
  if (marks.size > 1 || ![...marks].every(isMark)) return null
  const groups = whole.split(/\D/u)
  return isGrouped(groups, 3) || isGrouped(groups, groupSize) ? groups.join('') : null
}

const spaceAsOne = (mark: string): string => (/\s/u.test(mark) ? ' ' : mark)

const number = (whole: string | null, fraction: string | null): Reading => {
  const plain = fraction === null ? whole : `${whole === '' ? '0' : whole}.${fraction}`
  return whole !== null && plain !== null && DECIMAL_PATTERN.test(plain)
    ? { kind: 'number', value: normalize(plain) }
    : { kind: 'invalid' }
}

/**
 * What was typed, as a decimal. The decimal mark is the locale's; thousands may be set apart as the locale does it, or with
 * spaces. A sign, an exponent, and marks in other places are no number. Without a locale it is the one of the system, as
 * in everything that the page shows.
 */
export function readNumber(typed: string, locale?: string): Reading {
  const notation = notationOf(locale)
  const bare = typed.replace(TURNING, '').trim().replace(CURRENCY, '').trim()
  if (bare === '') return { kind: typed.trim() === '' ? 'empty' : 'invalid' }
  const latin = inLatinDigits(bare.replaceAll('．', '.').replaceAll('，', ','), notation)
  if (latin === null) return { kind: 'invalid' }
  const { group, groupSize } = notation
  // Where neither of the two common marks is the locale's, a point is the one that a keyboard offers for decimals.
  const isForeign = ![notation.decimal, group].some((mark) => mark === '.' || mark === ',')
  const decimal = isForeign && latin.includes('.') && !latin.includes(notation.decimal) ? '.' : notation.decimal
  const [whole = '', fraction, ...more] = latin.split(decimal)
  if (more.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return { kind: 'invalid' }
  const isMark = (mark: string) => mark === group || ONLY_GROUPS.test(mark)
  const both = isForeign && decimal === '.' ? `${whole}.${fraction}` : fraction === undefined ? whole : ''
  const mark = isForeign ? '.' : group
  if ((mark === '.' || mark === ',') && /^[1-9]\d{0,2}[.,]\d{3}$/.test(both) && both.includes(mark)) {
    const [before = '', after = ''] = both.split(mark)
    return {
      kind: 'ambiguous',
      whole: writeNumber(`${before}${after}`, locale),
      fraction: writeNumber(`${before}.${after}`, locale),
    }
  }
  return number(ungrouped(whole, isMark, groupSize), fraction ?? null)
}

/** The same, or `null` for whatever is no number. */
export function numberOf(typed: string, locale?: string): Decimal | null {
  const reading = readNumber(typed, locale)
  return reading.kind === 'number' ? reading.value : null
}

/** A decimal as it would be typed: in the locale's digits and with its decimal mark, exact, and without thousands. */
export function writeNumber(value: Decimal, locale?: string): string {
  const { decimal, digits } = notationOf(locale)
  return value.replace(/\D/, decimal).replace(/\d/g, (digit) => digits[Number(digit)] ?? digit)
}
