// Asks for results, for what one of their numbers is made of, and for the file of a year.

import type { Input } from '../../../shared/contract/contract.ts'
import type { CostMethod, IncomeBasis } from '../../../shared/ledger/ledger.ts'
import type { CoinResult } from '../../../shared/ledger/results.ts'
import type { Environment } from '../../../shared/order.ts'
import { call, listen } from '../../api.ts'
import { text } from '../../messages/late/en.ts'
import { load, NOT_LOADED } from '../loadable.ts'
import { reportDone, reportFailure } from '../report.ts'
import { requests } from '../requests.ts'
import { saveSettings } from '../session/session-actions.ts'
import { assetKey, useResults } from './results-store.ts'

const termsNow = () => {
  const { environment, method, year } = useResults.getState()
  return { environment, method, ...(year !== null && { year }) }
}

/** Of other terms an answer comes too late. */
const resultRequests = requests(() => JSON.stringify(termsNow()))
const bookingRequests = requests(() => JSON.stringify([termsNow(), useResults.getState().openKey]))

/** Loads what was made by the terms that are chosen. */
export async function loadResults(): Promise<void> {
  await load(resultRequests, useResults.getState().put, () => call('results.get', termsNow()))
}

const openAsset = (): Pick<Input<'results.page'>, 'coinId' | 'asset'> | null => {
  const { openKey, results } = useResults.getState()
  const open = results.value?.coins.find((coin) => assetKey(coin) === openKey)
  if (open === undefined) return null
  return open.coinId === null ? { asset: open.asset } : { coinId: open.coinId }
}

/** Loads what the open coin's numbers are made of; nothing while none is open. */
export async function loadBookings(): Promise<void> {
  const about = openAsset()
  if (about === null) return
  const { putBookings, set } = useResults.getState()
  await load(bookingRequests, putBookings, async () => {
    const { items, next } = await call('results.page', { ...termsNow(), ...about })
    set({ next })
    return items
  })
}

/** Adds those behind what is shown. */
export async function loadMoreBookings(): Promise<void> {
  const { next, bookings, putBookings, set } = useResults.getState()
  const about = openAsset()
  if (next === null || about === null) return
  const isStill = bookingRequests.join()
  try {
    const page = await call('results.page', { ...termsNow(), ...about, before: next })
    if (!isStill()) return
    putBookings({ value: [...(bookings.value ?? []), ...page.items] })
    set({ next: page.next })
  } catch (thrown) {
    reportFailure(thrown)
  }
}

/** Unfolds what the numbers of a coin are made of, or folds it away. */
export async function openResult(coin: Pick<CoinResult, 'coinId' | 'asset'>): Promise<void> {
  const { openKey, set } = useResults.getState()
  const key = assetKey(coin)
  set({ openKey: openKey === key ? null : key, bookings: NOT_LOADED, next: null })
  await loadBookings()
}

/** Reckons by another method, or of another year. */
export async function chooseResults(terms: { method?: CostMethod; year?: number | null }): Promise<void> {
  useResults.getState().choose(terms)
  await loadResults()
  await loadBookings()
}

/** Shows those of a mode. */
export async function showResultsOf(environment: Environment): Promise<void> {
  if (useResults.getState().environment !== environment) {
    useResults.getState().choose({ environment })
    useResults.getState().set({ openKey: null })
  }
  await loadResults()
  await loadBookings()
}

/** What airdrops, rewards and interest cost from now on: a setting, since it changes every number behind them. */
export async function chooseBasis(airdropBasis: IncomeBasis): Promise<void> {
  await saveSettings({ airdropBasis })
  await chooseResults({})
}

/** Keeps up with the ledger until it is called off. */
export const followResults = (): (() => void) =>
  listen('portfolio.changed', () => void loadResults().then(loadBookings))

/** Asks where to, then has the year written as a file, by the method that is shown. */
export async function exportResults(): Promise<void> {
  try {
    const { path } = await call('files.chooseSave', { purpose: 'ledger' })
    if (path === null) return
    const { movements } = await call('ledger.export', { path, ...termsNow() })
    reportDone(text.results.exported(movements, path))
  } catch (thrown) {
    reportFailure(thrown)
  }
}
