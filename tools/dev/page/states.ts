// The states in which the page can be looked at without a backend: `?state=locked` in the address chooses one.

import { OPERATION_NAMES, type OperationName } from '../../../shared/contract/contract.ts'
import { asText, reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import { refuse } from '../../../test/renderer/fakes/fake-contract.ts'
import { type FakeDesktop, fakeDesktop } from '../../../test/renderer/fakes/fake-desktop.ts'
import { anAccount, aVault } from '../../../test/renderer/fakes/fake-vault.ts'
import { STATE_NAMES, type StateName } from '../state-names.ts'
import { someLedger } from './ledger-states.ts'
import { someListings } from './market-states.ts'

/** What the page needs to come up at all; in the state `errors` these still answer. */
const TO_START: readonly OperationName[] = ['profile.status', 'app.status', 'settings.get', 'accounts.list']

/** An answer that does not come. */
const never = () => new Promise<never>(() => {})

/** A live account at an exchange, chosen; its vault is as told. */
function withAccount(state: 'locked' | 'unlocked'): FakeDesktop {
  const desktop = fakeDesktop({ filled: true })
  const account = anAccount({ accountId: 'live', venue: 'binance', environment: 'live', label: 'Main Binance' })
  desktop.state.vault.accounts.push(account)
  desktop.state.vault.status = aVault({ state, lockedBy: state === 'locked' ? 'idle' : null })
  desktop.state.settings = { ...desktop.state.settings, accountId: account.accountId }
  return desktop
}

function empty(): FakeDesktop {
  const desktop = fakeDesktop()
  Object.assign(desktop.state, { coins: [], markets: [] })
  return desktop
}

/** Nothing was answered yet: neither the welcome nor the question about live prices. */
function firstStart(): FakeDesktop {
  const desktop = fakeDesktop()
  desktop.state.settings = { ...desktop.state.settings, welcomed: false, sourcesAsked: false }
  return desktop
}

/** Sources that are on, in each state that one can be in; listings, plans and alerts. */
function markets(): FakeDesktop {
  const desktop = fakeDesktop({ filled: true })
  const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString()
  for (const source of desktop.state.sources) {
    if (!source.needsKey) Object.assign(source, { enabled: true, lastAskedAt: ago(4), lastAnswerAt: ago(3) })
  }
  Object.assign(desktop.state.listings, someListings())
  const change = (name: string, patch: object) =>
    Object.assign(desktop.state.sources.find(({ source }) => source === name) ?? {}, patch)
  change('kraken', { lastAnswerAt: ago(700), lastError: reason('SOURCE_UNREACHED', { system: 'ETIMEDOUT' }) })
  change('gate', { lastError: reason('SOURCE_RESTS', { until: ago(-90) }), restsUntil: ago(-90) })
  change('coingecko', { enabled: true })
  const key = { source: 'vault', keyEnd: '9f2c', place: null, isConfirmed: true }
  change('token-metrics', { enabled: true, hasKey: true, key, lastAskedAt: ago(9000), lastAnswerAt: ago(9000) })
  return desktop
}

/** A thousand movements, and results with what is unknown in them. */
function ledger(): FakeDesktop {
  const desktop = fakeDesktop({ filled: true })
  Object.assign(desktop.state.ledger, someLedger(1_000, 14))
  return desktop
}

/** Every answer but those of the start is replaced. */
function answering(answer: () => never | Promise<never>): FakeDesktop {
  const desktop = fakeDesktop()
  for (const name of OPERATION_NAMES) if (!TO_START.includes(name)) desktop.answer(name, answer)
  return desktop
}

function damaged(): FakeDesktop {
  const desktop = fakeDesktop()
  const message = 'The database is damaged. Put the file back from a copy, or start a new profile.'
  desktop.state.profile = { state: 'damaged', reason: asText(message), folder: '/profile', kept: [] }
  for (const name of OPERATION_NAMES) {
    if (!name.startsWith('profile.')) desktop.answer(name, () => refuse('PROFILE_DAMAGED', message))
  }
  return desktop
}

function faulty(): FakeDesktop {
  const desktop = fakeDesktop({ filled: true })
  // What the contract forbids; a fault of ours would look the same to a view.
  desktop.answer('coins.get', () => ({}) as never)
  desktop.answer('portfolio.get', ({ environment }) => ({ environment }) as never)
  return desktop
}

const STATES: Record<StateName, () => FakeDesktop> = {
  /** The 14 coins, and nothing done yet. */
  coins: () => fakeDesktop(),
  'first-start': firstStart,
  markets,
  /** Nothing at all. */
  empty,
  /** Orders in several states, one of them unknown; holdings, notes, tags. */
  filled: () => fakeDesktop({ filled: true }),
  /** Movements of each kind, results, a file to import. */
  ledger,
  /** A live account whose vault is locked. */
  locked: () => withAccount('locked'),
  /** A live account in use. */
  live: () => withAccount('unlocked'),
  /** Whatever is asked fails. */
  errors: () => answering(() => refuse('STORAGE_FAILED', 'The disk is full.')),
  /** No answer comes. */
  loading: () => answering(never),
  /** A coin's details and the portfolio come in a form that no view can draw. */
  faulty,
  /** The profile cannot be opened. */
  damaged,
}

/**
 * The desktop of the state that an address names; without one the 14 coins.
 * @throws AppError `BAD_INPUT` for a name that is none
 */
export function desktopOf(search: string): FakeDesktop {
  const wanted = new URLSearchParams(search).get('state') ?? 'coins'
  const name = STATE_NAMES.find((one) => one === wanted)
  if (name === undefined) throw new AppError('BAD_INPUT', `No state ${wanted}. There are: ${STATE_NAMES.join(', ')}`)
  return STATES[name]()
}
