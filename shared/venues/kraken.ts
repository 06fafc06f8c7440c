// Kraken, spot. Sources: the vendor's REST pages; what a duplicate key is answered, and for how long orders are found, are
// measurements of others of 2026-09-10.

import { KRAKEN_ANSWERS } from './answers/kraken.ts'
import { rulesOf } from './answers/table.ts'
import { KRAKEN_FACTS } from './facts/kraken.ts'
import { member, textOf } from './json.ts'
import { codes, hexKey, type VenueRecord } from './record.ts'

const RULES = rulesOf(KRAKEN_ANSWERS)
const NAMES = KRAKEN_ANSWERS.rows.map(({ code }) => code).toSorted((a, b) => b.length - a.length)
const REFUSALS = new Set(
  KRAKEN_ANSWERS.rows.filter(({ meaning }) => meaning === 'refused' || meaning === 'key').map(({ code }) => code),
)
const KEY_KNOWN = 'EGeneral:Invalid arguments:cl_ord_id not unique'
/** What stands between a message and its detail. */
const BREAKS = [':', ' (']

export const KRAKEN: VenueRecord = {
  venue: 'kraken',
  ...KRAKEN_FACTS.promises,
  toClientOrderId: hexKey,
  keyPattern: /^[0-9a-f]{32}$/,
  refusalStatus: null,
  ...RULES,
  // A counter to 15 that sinks by one in three seconds for private reads, where trades count double; public ones apart.
  strictNonce: true,
  limits: {
    requests: 70,
    // A balance counts 1: half of what the smallest account may ask, so that look-ups keep the other half.
    // https://docs.kraken.com/api/docs/guides/spot-rest-ratelimits
    balancesEveryMs: 6_000,
    forOrders: 40,
    tooMany: codes(
      'EAPI:Rate limit exceeded',
      'EGeneral:Temporary lockout',
      'EGeneral:Too many requests',
      'EAuth:Rate limit exceeded',
      'EAuth:Too many requests',
      'EOrder:Rate limit exceeded',
      'EOrder:Domain rate limit exceeded',
      'EService:Throttled',
    ),
  },
  streams: ['orders', 'book'],
  // The status is 200 whatever happened. Where it names several errors, the one that proves least counts: one in doubt is
  // enough for the whole.
  read: (_status, body) => {
    const told = member(body, 'error')
    const entries = (Array.isArray(told) ? told : told === undefined ? [] : [told]).map((entry) => textOf(entry) ?? '')
    const errors = entries.filter((entry) => !entry.startsWith('W'))
    const named = errors.map(nameOf)
    const code = named.find((name) => !REFUSALS.has(name)) ?? named[0] ?? null
    const ids = member(body, 'result', 'txid')
    const isPlaced = errors.length === 0 && Array.isArray(ids) && ids.length === 1
    return {
      // Warnings alone say nothing of what became of the order.
      code: (code ?? (isPlaced ? null : entries[0])) || null,
      message: entries.join('; '),
      orderId: isPlaced ? textOf(ids[0]) : null,
      key: textOf(member(body, 'result', 'cl_ord_id')),
    }
  },
}

/** An error by the longest documented row that it begins with, whatever detail follows; one without a row as it stands. */
function nameOf(entry: string): string {
  const spelt = spell(entry)
  // Whatever is wrong with the key, an order under it may be there.
  if (spelt.startsWith('egeneral:invalid arguments') && spelt.includes('cl_ord_id')) return KEY_KNOWN
  return (
    NAMES.find((name) => spell(name) === spelt || BREAKS.some((end) => spelt.startsWith(spell(name) + end))) ?? entry
  )
}

/** Capitals and blanks beside colons differ between its own pages. */
const spell = (words: string) => words.replace(/\s*:\s*/g, ':').toLowerCase()
