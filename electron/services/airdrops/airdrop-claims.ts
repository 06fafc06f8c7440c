// What arrived from an airdrop becomes a movement of the ledger, once: the trader's id of it is asked for first, in the same transaction.

import type { AirdropClaim } from '../../../shared/airdrops/airdrops.ts'
import type { Input } from '../../../shared/contract/contract.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { AirdropStore } from '../../ports/airdrops.ts'
import type { TraderStore } from '../../ports/stores.ts'
import type { Clock } from '../../ports/system.ts'
import type { CoinService } from '../research/coin-service.ts'
import { refuseWalletSecrets } from './no-wallet-secrets.ts'

/** Two machines' clocks differ. */
const AHEAD_MS = 5 * 60_000

/** Books one; asked again with the same id and the same words, it answers with what was booked. */
export type Claim = (input: Input<'airdrops.claim'>) => AirdropClaim

type Books = Pick<TraderStore, 'atomically' | 'addMovement' | 'coinRows' | 'saveAirdropWork'>

/**
 * Builds it. What it answers is on the disk: the claim, the holding and the progress, all of them or none.
 * @throws AppError `NOT_FOUND`, `BAD_INPUT` for a secret, `NOT_ALLOWED` for a time ahead, `KEY_REUSED` for an id that
 * already stands for another claim
 */
export function createClaim(
  coins: Pick<CoinService, 'get'>,
  store: AirdropStore,
  books: Books,
  clock: Pick<Clock, 'now'>,
): Claim {
  const book = (claim: AirdropClaim, ticker: string | null) => {
    const { coinId, environment, amount, price, claimId, receivedAt, note } = claim
    store.addClaim(claim)
    const entryId = `claim:${claimId}`
    books.addMovement({
      ...{ entryId, groupId: entryId, sequence: 0, environment, at: new Date(receivedAt).toISOString(), coinId },
      ...{
        accountId: 'manual',
        kind: 'airdrop',
        asset: ticker ?? coinId,
        amount,
        price,
        currency: 'USDT',
        currencyCoinId: null,
        total: null,
      },
      ...{ fee: null, to: null, source: 'claim', note },
    })
    const before = books.coinRows([coinId])[0]?.work ?? { note: '', deadline: null }
    books.saveAirdropWork(coinId, { ...before, progress: 'claimed', updatedAt: claim.bookedAt })
    return claim
  }
  return (input) => {
    const { claimId, coinId, environment, amount, price = null, transaction = null, wallet = null, note = '' } = input
    refuseWalletSecrets([wallet, note], [transaction])
    return books.atomically(() => {
      const booked = store.claim(claimId)
      const receivedAt = input.receivedAt ?? booked?.receivedAt ?? new Date(clock.now()).toISOString()
      const asked = { claimId, coinId, environment, amount, price, receivedAt, transaction, wallet, note }
      if (booked !== null) {
        if (!isSame(booked, asked)) throw new AppError('KEY_REUSED', reason('CLAIM_BOOKED'))
        return booked
      }
      const { ticker } = coins.get(coinId)
      if (Date.parse(receivedAt) > clock.now() + AHEAD_MS) throw new AppError('NOT_ALLOWED', reason('DONE_AHEAD'))
      return book({ ...asked, bookedAt: new Date(clock.now()).toISOString() }, ticker)
    })
  }
}

function isSame({ bookedAt: _, ...booked }: AirdropClaim, asked: Omit<AirdropClaim, 'bookedAt'>): boolean {
  return Object.entries(asked).every(([field, value]) => booked[field as keyof typeof booked] === value)
}
