// Asks an exchange for an account's balances: every page of the list that orders draw on, and beside it what lies in its
// funding wallet and in earn, which counts but cannot be spent from there.

import { add, compare, type Decimal } from '../../../../shared/decimal.ts'
import { member, textOf } from '../../../../shared/venues/json.ts'
import type { Wallet } from '../../../exchanges/common/balances.ts'
import type { Venue } from '../../../exchanges/common/library.ts'
import { signedOf } from '../../../exchanges/common/numbers.ts'
import { adapterOf } from '../../../exchanges/registry.ts'
import type { Clock, VenueBalance } from '../../../ports/system.ts'
import type { VenueReply } from '../../../ports/vault.ts'
import type { HttpOutcome } from '../../http-request.ts'
import { failedRead } from '../key-words.ts'
import type { CallRules, Transport } from '../transport.ts'
import { notePermissions } from './account-permissions.ts'
import { balancesOf } from './balances.ts'

/** Money moves between wallets by hand, so what lies elsewhere is asked for less often than what orders change, milliseconds. */
const ELSEWHERE_FOR_MS = 60_000
/** What lay elsewhere when it was asked for last, and when that was; one for each client. */
const elsewhere = new WeakMap<Venue, { at: number; places: VenueBalance[][] }>()

/** The balances of the account, each asset once. */
export async function readBalances(
  exchange: Venue,
  transport: Transport,
  rules: CallRules,
  clock: Clock,
): Promise<VenueReply> {
  const { balances } = adapterOf(exchange.id)
  const ask = (work: () => Promise<unknown>) => transport.watch(rules, work)
  let last: HttpOutcome | undefined
  const answers = await balances.spendable(exchange, async (work) => {
    const { result, outcomes } = await ask(work)
    last = outcomes.at(-1)
    return result.ok ? { value: result.value } : null
  })
  for (const answer of answers ?? []) notePermissions(exchange, answer)
  const spot = answers === null ? null : balancesOf(exchange, answers)
  if (spot === null) return failedRead(exchange.id, 'balances', last)
  const beside = await readElsewhere(exchange, ask, clock)
  return { kind: 'balances', balances: together([...spot, ...beside]) }
}

type Ask = (work: () => Promise<unknown>) => ReturnType<Transport['watch']>

async function readElsewhere(exchange: Venue, ask: Ask, clock: Clock): Promise<VenueBalance[]> {
  const places = adapterOf(exchange.id).balances.elsewhere
  const before = elsewhere.get(exchange)
  const now = clock.monotonic()
  if (before !== undefined && now - before.at < ELSEWHERE_FOR_MS) return before.places.flat()
  const told = await Promise.all(
    places.map(async (place, at) => {
      const { result } = await ask(() => place.ask(exchange))
      const rows = result.ok ? member({ answer: result.value }, 'answer', ...place.rows) : null
      // One that is silent for once still holds what it held.
      if (!Array.isArray(rows)) return before?.places[at] ?? []
      return rows.flatMap((row) => heldIn(exchange, place, row))
    }),
  )
  elsewhere.set(exchange, { at: now, places: told })
  return told.flat()
}

function heldIn(exchange: Venue, { asset, amounts }: Wallet, row: unknown): VenueBalance[] {
  const id = textOf(member(row, asset))
  const total = amounts
    .map((name) => signedOf(exchange, member(row, name)))
    .reduce<Decimal>((all, amount) => add(all, amount ?? '0'), '0')
  if (id === null || compare(total, '0') === 0) return []
  return [{ asset: exchange.safeCurrencyCode(id) ?? id, total, free: '0' }]
}

function together(rows: readonly VenueBalance[]): VenueBalance[] {
  const byAsset = new Map<string, VenueBalance>()
  for (const { asset, total, free } of rows) {
    const before = byAsset.get(asset) ?? { asset, total: '0', free: '0' }
    byAsset.set(asset, { asset, total: add(before.total, total), free: add(before.free, free) })
  }
  return [...byAsset.values()]
}
