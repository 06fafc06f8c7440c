// Every operation and event between page and backend, by name and type. The bridge and the handlers derive from it;
// it holds no schemas, because the preload bundles it.

import type { Account } from '../accounts.ts'
import type { Notification } from '../alerts.ts'
import type { AppStatus, Settings } from '../app.ts'
import type { ImportProgress } from '../ledger/imports.ts'
import type { ListProgress } from '../list/list-file.ts'
import type { ListingEvent } from '../markets/listing.ts'
import type { Staged } from '../markets/staged.ts'
import type { Market, Order } from '../order.ts'
import type { Result } from '../result.ts'
import type { Quote } from '../sources/quotes.ts'
import type { Source } from '../sources/sources.ts'
import type { UndoStep } from '../undo/undo.ts'
import type { BackupProgress, VaultStatus } from '../vault.ts'
import { ACCOUNT_OPERATIONS, type AccountOperations } from './accounts.ts'
import { AIRDROP_OPERATIONS, type AirdropOperations } from './airdrops.ts'
import { ALERT_OPERATIONS, type AlertOperations } from './alerts.ts'
import { APP_OPERATIONS, type AppOperations } from './app.ts'
import { AUDIT_OPERATIONS, type AuditOperations } from './audit.ts'
import {
  COIN_LIST_OPERATIONS,
  type CoinListOperations,
  LIST_FILE_OPERATIONS,
  type ListFileOperations,
  SINCE_OPERATIONS,
  type SinceOperations,
} from './coin-list.ts'
import { COIN_OPERATIONS, type CoinOperations } from './coins.ts'
import { LEDGER_OPERATIONS, type LedgerOperations } from './ledger.ts'
import { LISTING_OPERATIONS, type ListingOperations } from './listings.ts'
import { MARKET_OPERATIONS, type MarketOperations } from './markets.ts'
import { NOTE_OPERATIONS, type NoteOperations } from './notes.ts'
import { ORDER_OPERATIONS, type OrderOperations } from './orders.ts'
import { PORTFOLIO_OPERATIONS, type PortfolioOperations } from './portfolio.ts'
import { CRITERION_OPERATIONS, type CriterionOperations } from './research/criteria.ts'
import { UNDO_OPERATIONS, type UndoOperations } from './research/undo.ts'
import { SEARCH_OPERATIONS, type SearchOperations } from './search.ts'
import { QUOTE_OPERATIONS, type QuoteOperations, SOURCE_OPERATIONS, type SourceOperations } from './sources.ts'
import { STAGED_OPERATIONS, type StagedOperations } from './staged.ts'
import { VAULT_OPERATIONS, type VaultOperations } from './vault.ts'
import { VIEW_OPERATIONS, type ViewOperations } from './views.ts'

/** Name, input and output of each operation, an area at a time. Amounts are decimal strings; no output ever holds a secret. */
export type Operations = CoinOperations &
  CriterionOperations &
  AirdropOperations &
  NoteOperations &
  ViewOperations &
  CoinListOperations &
  ListFileOperations &
  SinceOperations &
  SearchOperations &
  UndoOperations &
  PortfolioOperations &
  LedgerOperations &
  MarketOperations &
  SourceOperations &
  QuoteOperations &
  ListingOperations &
  StagedOperations &
  AlertOperations &
  OrderOperations &
  AccountOperations &
  VaultOperations &
  AuditOperations &
  AppOperations

export type OperationName = keyof Operations
export type Input<K extends OperationName> = Operations[K]['input']
export type Output<K extends OperationName> = Operations[K]['output']

const NAMES: Record<OperationName, true> = {
  ...COIN_OPERATIONS,
  ...CRITERION_OPERATIONS,
  ...AIRDROP_OPERATIONS,
  ...NOTE_OPERATIONS,
  ...VIEW_OPERATIONS,
  ...COIN_LIST_OPERATIONS,
  ...LIST_FILE_OPERATIONS,
  ...SINCE_OPERATIONS,
  ...SEARCH_OPERATIONS,
  ...UNDO_OPERATIONS,
  ...PORTFOLIO_OPERATIONS,
  ...LEDGER_OPERATIONS,
  ...MARKET_OPERATIONS,
  ...SOURCE_OPERATIONS,
  ...QUOTE_OPERATIONS,
  ...LISTING_OPERATIONS,
  ...STAGED_OPERATIONS,
  ...ALERT_OPERATIONS,
  ...ORDER_OPERATIONS,
  ...ACCOUNT_OPERATIONS,
  ...VAULT_OPERATIONS,
  ...AUDIT_OPERATIONS,
  ...APP_OPERATIONS,
}

/** All operation names at run time; a record of each area's, so that a name that is missing there does not compile. */
export const OPERATION_NAMES = Object.keys(NAMES) as OperationName[]

/** What the backend tells the page unasked: that something changed, never a secret. */
export interface Events {
  'coins.changed': null
  'airdrops.changed': null
  'portfolio.changed': null
  /** What was just done and can be taken back; `null` after something was. */
  'undo.changed': UndoStep | null
  'orders.changed': Order
  /** Markets that are new or others but for their price, and the prices that are others. */
  'prices.changed': { accountId: string; markets: Market[]; prices: Pick<Market, 'market' | 'price'>[] }
  /** Quotes that are others now; of a coin that has none any more nothing is told. */
  'quotes.changed': Quote[]
  'sources.changed': Source[]
  /** Each change of a stage once, also over a restart. */
  'listings.changed': ListingEvent
  'staged.changed': Staged
  /** `tell`: the page shows it now, where the shell shows none itself. */
  'notifications.changed': { notification: Notification; tell: boolean }
  'alerts.changed': null
  'settings.changed': Settings
  'vault.changed': VaultStatus
  'backup.progress': BackupProgress
  'import.progress': ImportProgress
  'list.progress': ListProgress
  'accounts.changed': Account[]
  'audit.changed': null
  'app.changed': AppStatus
}

export type EventName = keyof Events

const EVENTS: Record<EventName, true> = {
  'coins.changed': true,
  'airdrops.changed': true,
  'portfolio.changed': true,
  'undo.changed': true,
  'orders.changed': true,
  'prices.changed': true,
  'quotes.changed': true,
  'sources.changed': true,
  'listings.changed': true,
  'staged.changed': true,
  'notifications.changed': true,
  'alerts.changed': true,
  'settings.changed': true,
  'vault.changed': true,
  'backup.progress': true,
  'import.progress': true,
  'list.progress': true,
  'accounts.changed': true,
  'audit.changed': true,
  'app.changed': true,
}

/** All event names at run time. */
export const EVENT_NAMES = Object.keys(EVENTS) as EventName[]

type Group = OperationName extends infer Name ? (Name extends `${infer G}.${string}` ? G : never) : never
type Methods<G extends Group> = {
  [K in OperationName as K extends `${G}.${infer Method}` ? Method : never]: (
    input: Input<K>,
  ) => Promise<Result<Output<K>>>
}

/** The object `window.desktop`: one function an operation, grouped as the names are, and one way to listen. */
export type DesktopApi = { [G in Group]: Methods<G> } & {
  on: <E extends EventName>(event: E, listener: (payload: Events[E]) => void) => () => void
}
