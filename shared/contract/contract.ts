// Every operation and event between page and backend, by name and type. The bridge and the handlers derive from it;
// it holds no schemas, because the preload bundles it.

import type { Account, GatewayIdentity, KeyReference, LeakStep } from '../accounts.ts'
import type { AppStatus, KeychainCheck, Settings } from '../app.ts'
import type { CoinKind } from '../assets.ts'
import type { AuditEntry, AuditQuery, AuditReport } from '../audit.ts'
import type { Airdrop, AirdropProgress, Coin, CoinDetail, CoinTicker } from '../coin.ts'
import type { Decimal } from '../decimal.ts'
import type { Mending } from '../key-form.ts'
import type { Listing } from '../markets/listing.ts'
import type {
  Destination,
  Draft,
  Environment,
  ForeignOrder,
  Market,
  Order,
  OrderFilter,
  OrderInput,
  Preview,
  Side,
  Size,
  TimeInForce,
} from '../order.ts'

import type { Page } from '../page.ts'
import type { Portfolio, Rules } from '../portfolio.ts'
import type { ProfileStatus } from '../profile.ts'
import type { Result } from '../result.ts'
import type { BackupReport, VaultStatus } from '../vault.ts'

type Nothing = Record<string, never>

interface NewAccount {
  venue: string
  environment: 'test' | 'live'
  label: string
}

/** The secret parts go in and never come out. */
interface NewKey {
  apiKey: string
  apiSecret: string
  passphrase?: string | undefined
}

/** `false`: the trader has said that this is not the account that looks the same. */
interface SameAccount {
  sameAccount?: boolean | undefined
}

/** An account with a key that was typed in; `mended` tells what of it was put right. */
type WithNewKey = Account & { mended: Mending[] }

/** What a file is chosen for. */
export type FilePurpose = 'backup' | 'audit' | 'recovery-kit'
export type OpenPurpose = 'backup'

/** Name, input and output of each operation. Amounts are decimal strings; no output ever holds a secret. */
export interface Operations {
  'coins.list': { input: Nothing; output: Coin[] }
  'coins.get': { input: { coinId: string }; output: CoinDetail }
  'coins.save': {
    input: {
      coinId?: string | undefined
      name?: string | undefined
      ticker?: string | null | undefined
      what?: string | undefined
      narratives?: string[] | undefined
      early?: boolean | null | undefined
      /** `null` leaves it to what is known of its name and ticker. */
      kind?: CoinKind | null | undefined
      /** Further tickers, by the trader's word; they take the place of those that he named before. */
      otherTickers?: CoinTicker[] | undefined
    }
    output: Coin
  }
  'coins.remove': { input: { coinId: string }; output: null }
  'watchlist.set': { input: { coinId: string; watched: boolean }; output: Coin }
  'notes.save': { input: { coinId: string; text: string }; output: CoinDetail }
  'tags.set': { input: { coinId: string; tags: string[] }; output: Coin }
  'airdrops.list': { input: Nothing; output: Airdrop[] }
  'airdrops.save': {
    input: {
      coinId: string
      progress?: AirdropProgress | undefined
      note?: string | undefined
      deadline?: string | null | undefined
    }
    output: Airdrop
  }
  'portfolio.get': { input: { environment: Environment }; output: Portfolio }
  'portfolio.preview': {
    input: {
      accountId: string
      coinId: string
      side: Side
      size: Size
      price?: Decimal | undefined
      stopPrice?: Decimal | undefined
      timeInForce?: TimeInForce | undefined
      market?: string | undefined
    }
    output: Preview
  }
  'holdings.save': { input: { environment: Environment; coinId: string; amount: Decimal }; output: Portfolio }
  'holdings.remove': { input: { environment: Environment; coinId: string }; output: Portfolio }
  'rules.get': { input: Nothing; output: Rules }
  'rules.save': { input: Rules; output: Rules }
  'rules.override': {
    input: { intentId: string; reason: string }
    output: { intentId: string; reason: string; at: string }
  }
  'listings.list': { input: { coinId?: string | undefined }; output: Listing[] }
  'listings.confirm': {
    input: { venue: string; market: string; coinId: string; same: boolean; accountId?: string | undefined }
    output: Listing
  }
  'markets.list': { input: { accountId: string }; output: Market[] }
  'orders.draft': {
    input: { accountId: string; coinId: string; side: Side; market?: string | undefined }
    output: Draft
  }
  'orders.submit': { input: OrderInput; output: Order }
  'orders.oneClick': {
    input: { intentId: string; size: Size; seen: Decimal } & { [K in keyof Destination]?: Destination[K] | undefined }
    output: Order
  }
  'orders.foreign': { input: { accountId: string }; output: ForeignOrder[] }
  'orders.list': { input: OrderFilter; output: Order[] }
  'orders.page': { input: OrderFilter; output: Page<Order> }
  'orders.get': { input: { intentId: string }; output: Order }
  'orders.cancel': { input: { intentId: string }; output: Order }
  'orders.decide': {
    input: { intentId: string; decision: 'not-placed' | 'seen'; reason: string }
    output: Order
  }
  'orders.cancelAll': { input: { accountId?: string | undefined }; output: Order[] }
  'orders.reconcile': { input: Nothing; output: Order[] }
  'orders.halt': { input: { accountId?: string | undefined }; output: AppStatus['halted'] }
  'orders.resume': { input: { accountId?: string | undefined }; output: AppStatus['halted'] }
  'accounts.list': { input: Nothing; output: Account[] }
  'accounts.add': { input: NewAccount & NewKey & SameAccount; output: WithNewKey }
  'accounts.addReference': { input: NewAccount & { reference: KeyReference } & SameAccount; output: Account }
  'accounts.confirmReference': { input: { accountId: string }; output: Account }
  'accounts.rename': { input: { accountId: string; label: string }; output: Account }
  'accounts.check': { input: { accountId: string }; output: Account }
  'accounts.rotateKey': { input: { accountId: string } & NewKey; output: WithNewKey }
  'accounts.finishRotation': { input: { accountId: string }; output: Account }
  'accounts.cancelRotation': { input: { accountId: string }; output: Account }
  'accounts.reportLeak': { input: { accountId: string }; output: Account }
  'accounts.leakStep': { input: { accountId: string; step: LeakStep; skip?: boolean | undefined }; output: Account }
  'accounts.endLeak': { input: { accountId: string }; output: Account }
  'accounts.allowOneClick': { input: { accountId: string; maxValue: Decimal; deviation: Decimal }; output: Account }
  'accounts.endOneClick': { input: { accountId: string }; output: Account }
  'accounts.remove': { input: { accountId: string }; output: null }
  'gateway.identity': { input: { accountId: string }; output: GatewayIdentity }
  'gateway.trust': { input: { accountId: string; fingerprint: string }; output: GatewayIdentity }
  'vault.status': { input: Nothing; output: VaultStatus }
  'vault.create': { input: { passphrase?: string | undefined }; output: VaultStatus }
  'vault.unlock': {
    input: { passphrase?: string | undefined; identity?: string | undefined }
    output: VaultStatus
  }
  'vault.lock': { input: Nothing; output: VaultStatus }
  'vault.setPassphrase': { input: { passphrase: string | null }; output: VaultStatus }
  'vault.rotate': { input: { what?: 'wrapping-key' | 'data-key' | undefined }; output: VaultStatus }
  'vault.writeRecoveryKit': { input: { path: string }; output: VaultStatus }
  'backup.export': {
    input: { path: string; recipient?: string | undefined; passphrase?: string | undefined }
    output: BackupReport
  }
  'backup.import': {
    input: {
      path: string
      identity?: string | undefined
      passphrase?: string | undefined
      /** The trader was told that another vault signed it, and wants it all the same. */
      acceptAnotherVault?: boolean | undefined
    }
    output: BackupReport
  }
  'audit.list': { input: AuditQuery; output: AuditEntry[] }
  'audit.page': { input: AuditQuery; output: Page<AuditEntry> }
  'audit.verify': { input: Nothing; output: AuditReport }
  'audit.export': { input: { path: string }; output: { path: string; entries: number } }
  'files.chooseSave': { input: { purpose: FilePurpose }; output: { path: string | null } }
  'files.chooseOpen': { input: { purpose: OpenPurpose }; output: { path: string | null } }
  'profile.status': { input: Nothing; output: ProfileStatus }
  'profile.retry': { input: Nothing; output: ProfileStatus }
  'profile.startNew': { input: Nothing; output: ProfileStatus }
  'app.status': { input: Nothing; output: AppStatus }
  'app.checkKeychain': { input: Nothing; output: KeychainCheck }
  'settings.get': { input: Nothing; output: Settings }
  'settings.save': { input: { [K in keyof Settings]?: Settings[K] | undefined }; output: Settings }
}

export type OperationName = keyof Operations
export type Input<K extends OperationName> = Operations[K]['input']
export type Output<K extends OperationName> = Operations[K]['output']

const NAMES: Record<OperationName, true> = {
  'coins.list': true,
  'coins.get': true,
  'coins.save': true,
  'coins.remove': true,
  'watchlist.set': true,
  'notes.save': true,
  'tags.set': true,
  'airdrops.list': true,
  'airdrops.save': true,
  'portfolio.get': true,
  'portfolio.preview': true,
  'holdings.save': true,
  'holdings.remove': true,
  'rules.get': true,
  'rules.save': true,
  'rules.override': true,
  'listings.list': true,
  'listings.confirm': true,
  'markets.list': true,
  'orders.draft': true,
  'orders.submit': true,
  'orders.oneClick': true,
  'orders.foreign': true,
  'orders.list': true,
  'orders.page': true,
  'orders.get': true,
  'orders.cancel': true,
  'orders.decide': true,
  'orders.cancelAll': true,
  'orders.reconcile': true,
  'orders.halt': true,
  'orders.resume': true,
  'accounts.list': true,
  'accounts.add': true,
  'accounts.addReference': true,
  'accounts.confirmReference': true,
  'accounts.rename': true,
  'accounts.check': true,
  'accounts.rotateKey': true,
  'accounts.finishRotation': true,
  'accounts.cancelRotation': true,
  'accounts.reportLeak': true,
  'accounts.leakStep': true,
  'accounts.endLeak': true,
  'accounts.allowOneClick': true,
  'accounts.endOneClick': true,
  'accounts.remove': true,
  'gateway.identity': true,
  'gateway.trust': true,
  'vault.status': true,
  'vault.create': true,
  'vault.unlock': true,
  'vault.lock': true,
  'vault.setPassphrase': true,
  'vault.rotate': true,
  'vault.writeRecoveryKit': true,
  'backup.export': true,
  'backup.import': true,
  'audit.list': true,
  'audit.page': true,
  'audit.verify': true,
  'audit.export': true,
  'files.chooseSave': true,
  'files.chooseOpen': true,
  'profile.status': true,
  'profile.retry': true,
  'profile.startNew': true,
  'app.status': true,
  'app.checkKeychain': true,
  'settings.get': true,
  'settings.save': true,
}

/** All operation names at run time; a record above, so that a name that is missing there does not compile. */
export const OPERATION_NAMES = Object.keys(NAMES) as OperationName[]

/** What the backend tells the page unasked: that something changed, never a secret. */
export interface Events {
  'coins.changed': null
  'portfolio.changed': null
  'orders.changed': Order
  'prices.changed': { accountId: string; markets: Market[] }
  'settings.changed': Settings
  'vault.changed': VaultStatus
  'accounts.changed': Account[]
  'audit.changed': null
  'app.changed': AppStatus
}

export type EventName = keyof Events

const EVENTS: Record<EventName, true> = {
  'coins.changed': true,
  'portfolio.changed': true,
  'orders.changed': true,
  'prices.changed': true,
  'settings.changed': true,
  'vault.changed': true,
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
