// The airdrop board: the dated claim, what was found later, and the trader's own work on each.

import { CATALOG } from '../../../shared/catalog/catalog.ts'
import { isListed } from '../../../shared/catalog/derive.ts'
import { PUBLICATION } from '../../../shared/catalog/publication.ts'
import type { Airdrop, Coin } from '../../../shared/coin.ts'
import type { Input } from '../../../shared/contract/contract.ts'
import type { AirdropWork, TraderStore } from '../../ports/stores.ts'
import type { Clock } from '../../ports/system.ts'
import type { CoinService } from './coin-service.ts'

export interface AirdropService {
  list(): Airdrop[]
  /** @throws AppError `NOT_FOUND` */
  save(change: Input<'airdrops.save'>): Airdrop
}

/** Builds the board over the coins and the trader's store. */
export function createAirdropService(coins: CoinService, store: TraderStore, clock: Clock): AirdropService {
  const show = (coin: Coin, mine: AirdropWork | null): Airdrop => {
    const entry = CATALOG.find((candidate) => candidate.id === coin.id)
    return {
      coinId: coin.id,
      name: coin.name,
      published: coin.airdrop.published,
      publishedIn: entry ? { date: PUBLICATION.published, publisher: PUBLICATION.publisher } : null,
      now: coin.airdrop.now,
      evidence: (entry?.facts ?? [])
        .filter((fact) => fact.airdrop !== undefined)
        .map(({ fact, date, source }) => ({ fact, date, source })),
      listed: entry ? isListed(entry) : false,
      progress: coin.airdrop.progress,
      note: mine?.note ?? '',
      deadline: mine?.deadline ?? null,
      updatedAt: mine?.updatedAt ?? null,
    }
  }
  const find = (coinId: string): Airdrop => {
    const coin = coins.get(coinId)
    return show(coin, store.coinRows([coinId])[0]?.work ?? null)
  }
  return {
    list: () => {
      const work = store.airdropWork()
      return coins.list().map((coin) => show(coin, work.get(coin.id) ?? null))
    },
    save: ({ coinId, progress, note, deadline }) => {
      const before = find(coinId)
      store.saveAirdropWork(coinId, {
        progress: progress ?? before.progress,
        note: note ?? before.note,
        deadline: deadline === undefined ? before.deadline : deadline,
        updatedAt: new Date(clock.now()).toISOString(),
      })
      return find(coinId)
    },
  }
}
