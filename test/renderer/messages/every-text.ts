// Every text of the app: the messages of the page, its functions called with plausible arguments, and every code with each
// mixture of its parameters.

import { text } from '../../../renderer/messages/late/en.ts'
import { cannotStart, sayReason } from '../../../renderer/messages/reasons/en.ts'
import { ORDER_STATUSES } from '../../../shared/order.ts'
import type { Kind } from '../../../shared/reasons/kinds.ts'
import { asText, type Reason, reason } from '../../../shared/reasons/reason.ts'
import { REASONS } from '../../../shared/reasons/reason-tables.ts'

export interface Text {
  /** Where it is, as `orders.halted`. */
  place: string
  text: string
}

/** Words, counts and choices that a function of the messages may be given, each tried in the place of every argument. */
const ARGUMENTS: readonly unknown[] = [
  'Main Binance, LIVE',
  0,
  1,
  3,
  null,
  true,
  'buy',
  'file',
  ['line-breaks', 'quotes'],
  {
    ...{ side: 'sell', amount: '99', filled: '40', base: 'MOVE', price: '0.503', cost: '49.80 USDT', fee: '0.05 USDT' },
    ...{ held: 1, open: 2, unknown: 3 },
    ...{ project: { limit: '0.05', level: 'block' }, earlyStage: { limit: '0.01', level: 'warn', basis: 'each' } },
  },
  'no-key',
  'ok',
  'idle',
  'unlocked',
  '30d',
  'coins.save',
]

type Say = (...given: unknown[]) => unknown

/** Every text that a function gives; what it is not made for it may answer with whatever it likes. */
function said(say: Say): string[] {
  const found = new Set<string>()
  for (const first of ARGUMENTS) {
    const rest = [first, 'Movement Labs', '0.503', 'PEAQ', '4.9%', 'peaq', '2', 'x']
    const given = [
      rest,
      [first, 2, 3, 4],
      ['Confirmed', first],
      ['Second', first, 'IP not allowed'],
      [first, 'partly', null, null, 'x', 'y'],
      [4, 'minute'],
    ]
    for (const each of given) {
      try {
        const answer = say(...each.slice(0, Math.max(say.length, 1)))
        const texts = typeof answer === 'string' ? [answer] : Object.values(answer ?? {})
        for (const one of texts)
          if (typeof one === 'string' && !/undefined|\bNaN\b|\[object|\bnull\b/.test(one)) found.add(one)
      } catch {
        // Not an argument of this function.
      }
    }
  }
  return [...found]
}

function walk(value: unknown, place: string): Text[] {
  if (typeof value === 'string') return [{ place, text: value }]
  if (typeof value === 'function') return said(value as Say).map((one) => ({ place, text: one }))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => walk(inner, place === '' ? name : `${place}.${name}`))
}

/** Functions whose texts could not be had from the arguments above: a test holds that there are none. */
export const unsaid = (value: unknown = text, place = ''): string[] => {
  if (typeof value === 'function') return said(value as Say).length === 0 ? [place] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => unsaid(inner, place === '' ? name : `${place}.${name}`))
}

/** Where a parameter can only be one of a few, or is a reason of one kind. */
const LIMITS = reason('LIMITS', {
  project: '0.05',
  projectLevel: 'block',
  early: '0.01',
  earlyLevel: 'warn',
  basis: 'each',
})
const ONLY: Readonly<Record<string, readonly unknown[]>> = {
  'KEY_FAULT.venue': ['binance', 'coinbase', 'kraken'],
  'NO_TEST_ENVIRONMENT.venue': ['kraken'],
  'KEY_OLD.keys': [
    [reason('KEY_AGE', { account: 'Main', days: 91 }), reason('KEY_AGE', { account: 'Second', days: 1 })],
  ],
  'BACKUP_CHANGES_LIMITS.before': [LIMITS],
  'BACKUP_CHANGES_LIMITS.after': [LIMITS],
  'MARKET_TAKES_TIMES.timesInForce': [[], ['gtc'], ['gtc', 'post-only']],
  'GATEWAY_KEYS_OF_OTHER_ENVIRONMENT.environment': ['practice'],
}

const SAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  text: ['k1nary'],
  texts: [['k1nary', 'l1nary']],
  decimal: ['0.417'],
  time: ['2026-11-30T14:13:18.877Z'],
  count: [1, 4],
  flag: [true],
  status: ORDER_STATUSES,
  reason: [asText('Something is so.'), reason('CLICK_OFF')],
  reasons: [[asText('Something is so.'), asText('Another is too.')]],
}

function samplesOf(kind: Kind): readonly unknown[] {
  if (typeof kind === 'object') return 'each' in kind ? [kind.each.slice(0, 2)] : kind
  const samples = SAMPLES[kind.replace('?', '')] ?? []
  return kind.endsWith('?') ? [...samples, null] : samples
}

/** Reasons whose texts are somebody else's, or that two others make together. */
const NOT_OURS = ['TEXT', 'EXCHANGE_SAID']

function reasonTexts(): Text[] {
  return Object.entries(REASONS).flatMap(([code, kinds]) => {
    if (NOT_OURS.includes(code)) return []
    const mixed = Object.entries<Kind>(kinds).reduce<object[]>(
      (some, [name, kind]) =>
        some.flatMap((params) =>
          (ONLY[`${code}.${name}`] ?? samplesOf(kind)).map((value) => ({ ...params, [name]: value })),
        ),
      [{}],
    )
    return mixed.map((params) => ({ place: code, text: sayReason({ code, params } as Reason) }))
  })
}

/** All of them. */
export const everyText = (): Text[] => [
  ...walk(text, ''),
  ...reasonTexts(),
  { place: 'cannotStart', text: cannotStart },
]
