// Writes texts into every field of research, airdrop work, ledger, listings and views in a profile's own file, past every check of
// the app. Each place has a mark of its own behind the text, so that a test can say which of them it has seen.

import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { reason } from '../../../shared/reasons/reason.ts'
import { TEXT_FACTS } from '../../../shared/research/coin-facts.ts'

/** The longest that a fact may be, with its mark. */
const MAX_TEXT = 3_000
const MAX_MARKET = 100
const AT = '2026-01-01T00:00:00.000Z'
const DAY = '2026-01-01'

const PLACES = {
  coin: [
    ...['url', 'chain', 'address', 'venue', 'score', 'backer', 'role', 'comparable', 'currency', 'source', 'criterion'],
    ...TEXT_FACTS,
  ],
  task: ['title', 'wallet', 'fee', 'link', 'hash', 'picture', 'record'],
  airdrop: ['board', 'status', 'claim', 'claim-wallet', 'claim-hash'],
  movements: ['asset', 'movement', 'fee-asset', 'paid-with'],
  listings: ['plan', 'event', 'alert', 'notified'],
  view: ['view'],
  target: ['target'],
  version: ['version'],
} as const satisfies Record<string, readonly string[]>

type Screen = keyof typeof PLACES

/** So many fields of the file hold each text. */
export const RESEARCH_PLACES = Object.values(PLACES).flat().length

/** A text with the mark of its place, on one line: a field of one line has no other. */
export const marked = (text: string, place: string) =>
  `${text.slice(0, MAX_TEXT).replaceAll(/[\r\n]+/g, ' ')} ~${place}`

/** Whether a text fits into a market's name with its mark. */
export const fitsMarket = (text: string) => marked(text, 'notified').length <= MAX_MARKET

/** What of a text is to be seen on a screen. */
export const seenOn = (screen: Screen, text: string) => PLACES[screen].map((place) => marked(text, place))

export const coinIdOf = (index: number) => `own-marked-${index}`
const taskIdOf = (index: number) => `00000000-0000-4000-9000-${String(index).padStart(12, '0')}`

function factsOf(at: (place: string) => string) {
  return [
    { kind: 'link', place: 'website', url: at('url'), official: true },
    { kind: 'contract', chain: at('chain'), address: at('address'), official: true },
    { kind: 'stage', venue: at('venue'), stage: 'listed' },
    { kind: 'score', name: at('score'), value: '1', outOf: '10' },
    { kind: 'backer', name: at('backer'), role: at('role') },
    { kind: 'comparable', name: at('comparable'), coinId: null },
    { kind: 'price', price: '1', currency: at('currency') },
    ...TEXT_FACTS.map((kind) => ({ kind, text: at(kind) })),
  ]
}

/** Plants each text in every place. The profile must have been opened once. */
export function plantResearch(dataDir: string, texts: readonly string[]): void {
  const db = new DatabaseSync(join(dataDir, 'prelist.sqlite'))
  const put = (table: string, row: Record<string, string | number | null>) =>
    db
      .prepare(
        `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
          .map(() => '?')
          .join(', ')})`,
      )
      .run(...Object.values(row))
  db.exec('BEGIN')
  for (const [index, text] of texts.entries()) {
    const at = (place: string) => marked(text, place)
    const coin_id = coinIdOf(index)
    const id = `marked-${index}`
    put('own_coins', { id: coin_id, name: `Marked ${index}`, ticker: null, what: '', narratives: '[]', created_at: AT })
    for (const [number, fact] of factsOf(at).entries()) {
      put('coin_facts', {
        ...{ fact_id: `${id}-${number}`, coin_id, value: JSON.stringify(fact), source: at('source') },
        ...{ as_of: null, saved_at: AT },
      })
    }
    put('criteria', { criterion_id: id, name: at('criterion') })
    put('criterion_marks', { coin_id, criterion_id: id, verdict: 'met', at: AT })
    putAirdrop(put, { coin_id, task_id: taskIdOf(index), id, at })
    put('note_versions', { kind: 'coin', subject: coin_id, text: at('version'), at: AT })
    put('ledger', {
      ...{ entry_id: id, group_id: id, sequence: 0, environment: 'practice', at: AT, account_id: 'manual' },
      ...{ kind: 'buy', coin_id, asset: at('asset'), amount: '1', price: '1', currency: at('paid-with'), total: '1' },
      ...{ fee: JSON.stringify({ asset: at('fee-asset'), coinId: null, amount: '1' }), target: null },
      ...{ source: 'manual', note: at('movement'), own: 0 },
    })
    put('list_views', {
      ...{ view_id: id, name: at('view') },
      content: JSON.stringify({
        ...{ sorting: [], layout: { visibility: {}, order: [], widths: {} }, search: text.slice(0, 100), screen: null },
        filters: { tags: { kind: 'any', values: [text.slice(0, 80)] } },
      }),
    })
    put('alerts', {
      ...{
        alert_id: id,
        condition: JSON.stringify({ kind: 'listing-stage', coinId: coin_id, venue: null, stages: null }),
      },
      ...{ is_on: 1, repeats: 1, sound: 0, note: at('alert'), created_at: AT, told_at: null, checked: null, armed: 1 },
    })
    if (fitsMarket(text)) putListings(put, { coin_id, id, at })
  }
  const items = texts.map((text) => ({ narrative: marked(text, 'target'), share: '0.001' }))
  put('targets', { environment: 'practice', value: JSON.stringify({ band: '0.01', items }), updated_at: AT })
  db.exec('COMMIT')
  db.close()
}

type Put = (table: string, row: Record<string, string | number | null>) => void
interface Planting {
  coin_id: string
  id: string
  at: (place: string) => string
}

function putAirdrop(put: Put, { coin_id, task_id, id, at }: Planting & { task_id: string }): void {
  put('airdrop_work', { coin_id, progress: 'in-progress', note: at('board'), deadline: null, updated_at: AT })
  put('airdrop_outlooks', {
    ...{ coin_id, expected: null },
    project: JSON.stringify({ status: 'confirmed', asOf: DAY, source: at('status') }),
  })
  put('airdrop_tasks', {
    ...{ task_id, coin_id, title: at('title'), period: 'once', due_day: null, due_time: null, time_zone: null },
    ...{ wallet: at('wallet'), friction: '[]', difficulty: null, remind_minutes: null, snoozed_until: null },
    ...{ created_at: AT, updated_at: AT },
  })
  put('airdrop_records', {
    ...{ task_id, period: 'once', done_at: AT, fees: JSON.stringify([{ asset: at('fee').slice(-40), amount: '1' }]) },
    ...{ money: null, minutes: 1, link: at('link'), hash: at('hash'), picture: at('picture'), day: null },
    note: at('record'),
  })
  put('airdrop_claims', {
    ...{ claim_id: id, coin_id, environment: 'practice', amount: '1', price: null, received_at: AT },
    ...{ hash: at('claim-hash'), wallet: at('claim-wallet'), note: at('claim'), booked_at: AT },
  })
}

function putListings(put: Put, { coin_id, id, at }: Planting): void {
  put('listing_plans', {
    coin_id,
    venue: 'kraken',
    market: at('plan'),
    opens_at: '2030-01-01T00:00:00.000Z',
    saved_at: AT,
  })
  put('listing_events', {
    ...{ venue: 'kraken', market: at('event'), coin_ids: JSON.stringify([coin_id]), match: 'ticker', from_stage: null },
    ...{ to_stage: 'trading', at: AT, seen_at: AT, opens_at: null, told: 1 },
  })
  put('notifications', {
    ...{ key: `listing:${id}`, kind: 'listing', at: AT, coin_id, venue: 'kraken', market: at('notified') },
    reason: JSON.stringify(reason('TASK_DUE', { title: at('notified'), coin: at('coin'), at: AT })),
    ...{ alert_id: null, state: 'new', snoozed_until: null, shown_at: AT, sound: 0 },
  })
}
