// What is asked of Token Metrics: in the version of its interface that has answered, page by page, and within what a month allows:
// grades always, its price only where a plan bears a refresh a day.

import type { Coin } from '../../../shared/coin.ts'
import { compare, isDecimal, readDecimal } from '../../../shared/decimal.ts'
import { sourceFacts } from '../../../shared/sources/source-facts.ts'
import {
  METRICS_PAGE,
  METRICS_VERSIONS,
  type MetricsPath,
  type MetricsRow,
  type MetricsVersion,
} from '../../ports/market-data.ts'
import type { SourceStore, SourceValue } from '../../ports/sources.ts'
import type { Clock } from '../../ports/system.ts'
import { metricsName } from './chain-names.ts'
import { dayOf, GRADE_PATHS, type GradesByPath, gradesIn, newestRows } from './grades.ts'
import { KEPT, metricsStateIn } from './kept-values.ts'
import type { Asked, SourceClient } from './source-client.ts'

const SOURCE = 'token-metrics'
/** Its "page" is said not to work; whatever it does, no question has more pages than this. */
const MOST_PAGES = 3
const DAYS = 30

export interface MetricsRefresh {
  /** Its own id of a coin, by contract alone; `null` where it has none for certain, `stop` where it cannot be asked. */
  find(coin: Coin): Promise<string | null | 'stop'>
  refresh(): Promise<void>
  /** Requests of a refresh, with the pages that the last one took. */
  cost(): number
}

export interface MetricsRefreshParts {
  client: SourceClient
  store: Pick<SourceStore, 'saveValues' | 'value' | 'remoteIds' | 'row'>
  clock: Pick<Clock, 'now'>
}

/** Builds it. */
export function createMetricsRefresh({ client, store, clock }: MetricsRefreshParts): MetricsRefresh {
  const state = () => metricsStateIn(store.value(KEPT.metricsState, SOURCE, SOURCE)?.value)
  const keep = (change: Partial<ReturnType<typeof state>>) => {
    const receivedAt = new Date(clock.now()).toISOString()
    const value = { ...state(), ...change }
    store.saveValues([{ source: SOURCE, kind: KEPT.metricsState, subject: SOURCE, at: null, receivedAt, value }])
  }
  /** The one that the trader has chosen; else the newer version first, until one of them has told anything. */
  const ask = async (request: (version: MetricsVersion) => Promise<Asked<MetricsRow>>): Promise<Asked<MetricsRow>> => {
    const { plan } = store.row(SOURCE)
    const version = METRICS_VERSIONS.find((each) => each === plan) ?? state().version
    if (version !== null) return request(version)
    const [first, second] = METRICS_VERSIONS
    const answer = await request(first)
    if (answer.ok && answer.rows.length === 0) {
      const older = await request(second)
      if (older.ok && older.rows.length > 0) keep({ version: second })
      return older
    }
    if (answer.ok) keep({ version: first })
    return answer
  }
  /** Every page, as far as they are others; `null` where the first did not come. */
  const pages = async (path: MetricsPath, ids: string[]): Promise<Read | null> => {
    const rows: MetricsRow[] = []
    const seen = new Set<string>()
    let receivedAt: string | null = null
    let requests = 0
    for (let page = 1; page <= MOST_PAGES; page++) {
      const answer = await ask((version) => client.ask(SOURCE, 'metrics-rows', { path, ids, page, version }))
      if (!answer.ok) break
      requests++
      receivedAt = answer.receivedAt
      const first = JSON.stringify(answer.rows[0] ?? null)
      // The same page again: it does not heed the number.
      if (seen.has(first)) break
      seen.add(first)
      rows.push(...answer.rows)
      if (answer.rows.length < METRICS_PAGE) break
    }
    return receivedAt === null ? null : { rows, receivedAt, requests }
  }
  const paths = (idCount: number): MetricsPath[] => {
    const { plan, perMonth } = store.row(SOURCE)
    const allowed = perMonth ?? sourceFacts(SOURCE).limits(plan).perMonth
    const all = [...GRADE_PATHS, 'price'] as const
    const isRich = allowed === null || allowed >= DAYS * all.length * partsOf(idCount)
    return isRich ? [...all] : [...GRADE_PATHS]
  }

  return {
    find: async ({ contracts }) => {
      for (const contract of contracts) {
        const address = metricsName(contract)
        if (address === null) continue
        const answer = await ask((version) => client.ask(SOURCE, 'metrics-tokens', { address, version }))
        if (!answer.ok) return 'stop'
        const ids = new Set(answer.rows.map(({ tokenId }) => tokenId))
        // Several tokens at one address are none that is certain: the filter was not heeded, and further pages hold only more.
        if (ids.size === 1) return [...ids][0] ?? null
      }
      return null
    },
    refresh: async () => {
      const coinOf = new Map([...store.remoteIds(SOURCE)].map(([coinId, remoteId]) => [remoteId, coinId]))
      const all = [...coinOf.keys()]
      const known = (coinId: string) => gradesIn(store.value(KEPT.grades, SOURCE, coinId)?.value)
      let requests = 0
      const read = async (path: MetricsPath, ids: string[]): Promise<Read | null> => {
        const answer = await pages(path, ids)
        requests += answer?.requests ?? 0
        return answer
      }
      for (let at = 0; at < all.length; at += METRICS_PAGE) {
        const ids = all.slice(at, at + METRICS_PAGE)
        const grades = await gradesOf(read, ids)
        // It has told of these before, so its interface may be another one now.
        if (grades.receivedAt !== null && grades.byToken.size === 0) keep({ version: null })
        store.saveValues(valuesOf(grades, coinOf, known))
        if (!paths(all.length).includes('price')) continue
        const answer = await read('price', ids)
        if (answer !== null) store.saveValues(pricesOf(answer, coinOf))
      }
      if (requests > 0 && requests !== state().requests) keep({ requests })
    },
    cost: () => {
      const count = store.remoteIds(SOURCE).size
      return Math.max(paths(count).length * partsOf(count), state().requests)
    },
  }
}

interface Read {
  rows: MetricsRow[]
  receivedAt: string
  requests: number
}

const partsOf = (idCount: number): number => Math.max(1, Math.ceil(idCount / METRICS_PAGE))

interface GradesRead {
  byToken: Map<string, GradesByPath>
  receivedAt: string | null
}

async function gradesOf(
  read: (path: MetricsPath, ids: string[]) => Promise<Read | null>,
  ids: string[],
): Promise<GradesRead> {
  const byToken = new Map<string, GradesByPath>()
  let receivedAt: string | null = null
  for (const path of GRADE_PATHS) {
    const answer = await read(path, ids)
    if (answer === null) break
    receivedAt = answer.receivedAt
    for (const [id, row] of newestRows(answer.rows)) byToken.set(id, { ...byToken.get(id), [path]: row.fields })
  }
  return { byToken, receivedAt }
}

/** `known`: what is kept of a coin, which stands for the paths that did not come. */
function valuesOf(
  { byToken, receivedAt }: GradesRead,
  coinOf: ReadonlyMap<string, string>,
  known: (coinId: string) => GradesByPath,
): SourceValue[] {
  if (receivedAt === null) return []
  return [...byToken].flatMap(([id, came]): SourceValue[] => {
    const subject = coinOf.get(id)
    if (subject === undefined) return []
    // Of another token than the one that the coin has now nothing stays.
    const kept = Object.entries(known(subject)).filter(([, fields]) => fields['TOKEN_ID'] === id)
    const value: GradesByPath = { ...Object.fromEntries(kept), ...came }
    const at = dayOf(value['tm-grade'] ?? {})
    return [{ source: SOURCE, kind: KEPT.grades, subject, at, receivedAt, value }]
  })
}

/** A price of nothing is none. */
function pricesOf({ rows, receivedAt }: Read, coinOf: ReadonlyMap<string, string>): SourceValue[] {
  return [...newestRows(rows)].flatMap(([id, { fields }]): SourceValue[] => {
    const subject = coinOf.get(id)
    const price = readDecimal(fields['CURRENT_PRICE'])
    if (subject === undefined || !isDecimal(price) || compare(price, '0') === 0) return []
    return [{ source: SOURCE, kind: KEPT.metricsPrice, subject, at: null, receivedAt, value: { price } }]
  })
}
