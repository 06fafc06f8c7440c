// The airdrop board: coins with a published claim and those that the trader put there. The dated claim, what was found
// later, and the trader's own work stand beside each other.

import type { Airdrop, AirdropTask, AssetAmount } from '../../../shared/airdrops/airdrops.ts'
import { CATALOG } from '../../../shared/catalog/catalog.ts'
import { isListed } from '../../../shared/catalog/derive.ts'
import { PUBLICATION } from '../../../shared/catalog/publication.ts'
import type { Coin } from '../../../shared/coin.ts'
import type { Input } from '../../../shared/contract/contract.ts'
import { add, type Decimal } from '../../../shared/decimal.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { dateOf, factsOf } from '../../../shared/research/coin-facts.ts'
import { AppError } from '../../../shared/result.ts'
import type { AirdropOutlook, AirdropStore } from '../../ports/airdrops.ts'
import type { AirdropWork, TraderStore } from '../../ports/stores.ts'
import type { Clock } from '../../ports/system.ts'
import type { CoinService } from '../research/coin-service.ts'
import { shownOf } from '../research/own-facts.ts'
import type { AirdropTasks } from './airdrop-tasks.ts'

export interface AirdropService {
  list(): Airdrop[]
  /** Puts the coin on the board where it is not there yet. @throws AppError `NOT_FOUND` */
  save(change: Input<'airdrops.save'>): Airdrop
  /** Takes one off that the trader put there. @throws AppError `NOT_FOUND`, `NOT_EDITABLE`, `IN_USE` with tasks or claims */
  remove(coinId: string): void
}

const ENTRIES = new Map(CATALOG.map((entry) => [entry.id, entry]))
const NOTHING: AirdropOutlook = { project: null, expected: null }
const NO_TASKS: Airdrop['tasks'] = { open: 0, done: 0, missed: 0, nextDueAt: null }

/** Builds the board over the coins, the trader's store and the tasks. */
export function createAirdropService(
  coins: CoinService,
  trader: TraderStore,
  store: AirdropStore,
  tasks: Pick<AirdropTasks, 'all'>,
  clock: Pick<Clock, 'now'>,
): AirdropService {
  const gathered = () => ({
    outlooks: store.outlooks(),
    byCoin: Map.groupBy(tasks.all(), ({ coinId }) => coinId),
    claims: Map.groupBy(store.claims(), ({ coinId }) => coinId),
  })
  const show = (coin: Coin, mine: AirdropWork | null, kept: ReturnType<typeof gathered>): Airdrop => {
    const entry = ENTRIES.get(coin.id)
    const those = kept.byCoin.get(coin.id) ?? []
    return {
      coinId: coin.id,
      name: coin.name,
      published: coin.airdrop.published,
      publishedIn: entry ? { date: PUBLICATION.published, publisher: PUBLICATION.publisher } : toldOf(trader, coin.id),
      now: coin.airdrop.now,
      evidence: (entry?.facts ?? [])
        .filter((fact) => fact.airdrop !== undefined)
        .map(({ fact, date, source }) => ({ fact, date, source })),
      listed: entry ? isListed(entry) : !shownOf(trader.facts().get(coin.id) ?? []).early,
      progress: coin.airdrop.progress,
      note: mine?.note ?? '',
      deadline: mine?.deadline ?? null,
      updatedAt: mine?.updatedAt ?? null,
      ...(kept.outlooks.get(coin.id) ?? NOTHING),
      spent: spentOn(those),
      tasks: countOf(those),
      claims: kept.claims.get(coin.id) ?? [],
    }
  }
  const one = (coinId: string): Airdrop => {
    const coin = coins.get(coinId)
    return show(coin, trader.coinRows([coinId])[0]?.work ?? null, gathered())
  }
  return {
    list: () => {
      const work = trader.airdropWork()
      const kept = gathered()
      const claimed = CATALOG.filter(({ snapshot }) => snapshot.airdrop !== null).map(({ id }) => id)
      const told = [...trader.facts()].filter(([, facts]) => factsOf(facts, 'airdrop').length > 0).map(([id]) => id)
      const mine = [work, kept.outlooks, kept.byCoin, kept.claims].flatMap((each) => [...each.keys()])
      return coins.some([...claimed, ...told, ...mine]).map((coin) => show(coin, work.get(coin.id) ?? null, kept))
    },
    save: ({ coinId, progress, note, deadline, project, expected }) => {
      const before = one(coinId)
      trader.atomically(() => {
        trader.saveAirdropWork(coinId, {
          progress: progress ?? before.progress,
          note: note ?? before.note,
          deadline: deadline === undefined ? before.deadline : deadline,
          updatedAt: new Date(clock.now()).toISOString(),
        })
        if (project === undefined && expected === undefined) return
        store.saveOutlook(coinId, {
          project: project === undefined ? before.project : project,
          expected: expected === undefined ? before.expected : expected,
        })
      })
      return one(coinId)
    },
    remove: (coinId) => {
      const { published, tasks: counted, claims } = one(coinId)
      if (published !== null) throw new AppError('NOT_EDITABLE', reason('AIRDROP_AS_PUBLISHED'))
      const isUsed = counted.open + counted.done + counted.missed + claims.length > 0
      if (isUsed) throw new AppError('IN_USE', reason('AIRDROP_IN_USE'))
      store.removeWork(coinId)
    },
  }
}

/** Who said so, by the trader's own fact; `null` where it has no source. */
function toldOf(trader: Pick<TraderStore, 'facts'>, coinId: string): Airdrop['publishedIn'] {
  const [fact] = factsOf(trader.facts().get(coinId) ?? [], 'airdrop')
  return fact === undefined || fact.source === null ? null : { date: dateOf(fact).slice(0, 10), publisher: fact.source }
}

function countOf(tasks: readonly AirdropTask[]): Airdrop['tasks'] {
  if (tasks.length === 0) return NO_TASKS
  const inState = (...states: AirdropTask['state'][]) => tasks.filter(({ state }) => states.includes(state)).length
  const due = tasks.flatMap(({ dueAt }) => dueAt ?? []).sort()
  return { open: inState('open'), done: inState('done', 'ended'), missed: inState('missed'), nextDueAt: due[0] ?? null }
}

function spentOn(tasks: readonly AirdropTask[]): Airdrop['spent'] {
  const records = tasks.flatMap((task) => task.records)
  return {
    fees: summed(records.flatMap(({ fees }) => fees)),
    money: summed(records.flatMap(({ money }) => money ?? [])),
    minutes: records.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
  }
}

function summed(amounts: readonly AssetAmount[]): AssetAmount[] {
  const sums = new Map<string, Decimal>()
  for (const { asset, amount } of amounts) sums.set(asset, add(sums.get(asset) ?? '0', amount))
  return [...sums].map(([asset, amount]) => ({ asset, amount })).sort((a, b) => (a.asset < b.asset ? -1 : 1))
}
