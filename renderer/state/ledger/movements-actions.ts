// Asks for movements, and stores what the trader enters, changes and takes away.

import type { Input } from '../../../shared/contract/contract.ts'
import type { MovementInput } from '../../../shared/contract/ledger.ts'
import type { Movement } from '../../../shared/ledger/ledger.ts'
import type { Environment } from '../../../shared/order.ts'
import { MAX_PAGE_SIZE } from '../../../shared/page.ts'
import { call, listen } from '../../api.ts'
import { text } from '../../messages/late/en.ts'
import { load, NOT_LOADED } from '../loadable.ts'
import { usePortfolioView } from '../portfolio/portfolio-view-store.ts'
import { reportDone, reportFailure } from '../report.ts'
import { requests } from '../requests.ts'
import { goTo } from '../route-actions.ts'
import { type MovementChoice, NO_CHOICE, useMovements } from './movements-store.ts'
import { loadTransfers } from './transfers-actions.ts'

/** What is asked of: of another choice or mode an answer comes too late. */
const subject = () => JSON.stringify(filterNow())
const listRequests = requests(subject)

function filterNow(): Input<'ledger.page'> {
  const { environment, coinId, kind, accountId } = useMovements.getState()
  return {
    environment,
    ...(coinId !== '' && { coinId }),
    ...(kind !== '' && { kind }),
    ...(accountId !== '' && { accountId }),
  }
}

const placesIn = (movements: readonly Movement[]): string[] =>
  movements.flatMap(({ accountId, to }) => (to === null ? [accountId] : [accountId, to.accountId]))

function notePlaces(movements: readonly Movement[]): void {
  const { places, set } = useMovements.getState()
  const all = new Set([...places, ...placesIn(movements)])
  if (all.size > places.length) set({ places: [...all].toSorted() })
}

/** Loads the newest; as many as were shown before, so that news takes nothing out of sight. */
export async function loadMovements(): Promise<void> {
  const { put, set, movements } = useMovements.getState()
  const shown = movements.value?.length ?? 0
  await load(listRequests, put, async () => {
    let { items, next } = await call('ledger.page', { ...filterNow(), limit: MAX_PAGE_SIZE })
    while (next !== null && items.length < shown) {
      const page = await call('ledger.page', { ...filterNow(), before: next, limit: MAX_PAGE_SIZE })
      items = [...items, ...page.items]
      next = page.next
    }
    notePlaces(items)
    set({ next })
    return items
  })
}

/** Shows those of a mode. */
export async function showMovementsOf(environment: Environment): Promise<void> {
  useMovements.getState().setEnvironment(environment)
  await loadMovements()
}

/** Adds those behind what is shown. */
export async function loadMoreMovements(): Promise<void> {
  const { next, movements, put, set } = useMovements.getState()
  if (next === null) return
  const isStill = listRequests.join()
  try {
    const page = await call('ledger.page', { ...filterNow(), before: next, limit: MAX_PAGE_SIZE })
    if (!isStill()) return
    notePlaces(page.items)
    put({ value: [...(movements.value ?? []), ...page.items] })
    set({ next: page.next })
  } catch (thrown) {
    reportFailure(thrown)
  }
}

/** Shows others; what was shown goes, because it would be taken for what was chosen. */
export async function chooseMovements(choice: Partial<MovementChoice>): Promise<void> {
  useMovements.getState().set({ ...choice, movements: NOT_LOADED, next: null })
  await loadMovements()
}

/** Goes to the movements of one coin, or to all of them. */
export function showMovements(coinId: string | null): void {
  useMovements.getState().set({ ...NO_CHOICE, coinId: coinId ?? '', movements: NOT_LOADED, next: null, open: null })
  usePortfolioView.getState().show('movements')
  goTo({ screen: 'portfolio', coinId: null })
}

/** Keeps up with the ledger until it is called off: what happens there changes holdings, and is told as such. */
export const followMovements = (): (() => void) =>
  listen('portfolio.changed', () => void Promise.all([loadMovements(), loadTransfers()]))

/** What a movement says, as it would be entered. */
export function inputOf(movement: Movement): MovementInput {
  const { environment, at, accountId, kind, coinId, asset, amount, price, currency, total, fee, to, note } = movement
  return {
    ...{ environment, at, accountId, kind, coinId, asset, amount, price, currency, total, note },
    fee:
      fee === null
        ? null
        : { asset: fee.asset, amount: fee.amount, ...(fee.coinId !== null && { coinId: fee.coinId }) },
    to:
      to === null
        ? null
        : {
            accountId: to.accountId,
            asset: to.asset,
            amount: to.amount,
            ...(to.coinId !== null && { coinId: to.coinId }),
          },
  }
}

/** Stores one; the answer is null where it was refused, and why is on the status line. */
export async function saveMovement(input: MovementInput): Promise<Movement | null> {
  try {
    const saved = await call('ledger.save', input)
    reportDone(input.entryId === undefined ? text.ledger.done.added : text.ledger.done.changed)
    await loadMovements()
    return saved
  } catch (thrown) {
    reportFailure(thrown)
    return null
  }
}

/** Takes one out of the ledger; it is taken back as everything is. */
export async function removeMovement({ entryId }: Pick<Movement, 'entryId'>): Promise<void> {
  try {
    await call('ledger.remove', { entryId })
  } catch (thrown) {
    reportFailure(thrown)
    return
  }
  const { open, set } = useMovements.getState()
  if (open?.kind === 'movement' && open.entryId === entryId) set({ open: null })
  reportDone(text.ledger.done.removed)
  await loadMovements()
}
