// What the backend needs of the signing process, and what that process needs of others. Bytes and plain data only,
// so that the same interface works in one process and across two.

import type { KeyCheck, KeyReference } from '../../shared/accounts.ts'
import type { Depth, Environment } from '../../shared/order.ts'
import type { Reason } from '../../shared/reasons/reason.ts'
import type { SourceId, SourcePlan } from '../../shared/sources/sources.ts'
import type { KeychainState } from '../../shared/vault.ts'
import type {
  Answer,
  LookUp,
  LookupPass,
  LookupResult,
  OnStreamEvent,
  OrderQuery,
  OutgoingOrder,
  SendLimit,
  Subscription,
  VenueBalance,
} from './system.ts'
import type { MarketListing, ToldPriceLimits, VenueOrder, VenueQuote } from './venue.ts'

/** Product and development vaults never open each other's files or keychain items. */
export type Build = 'product' | 'development'

/** A process that was started, and the channel to it. */
export interface VaultProcess {
  readonly pid: number | undefined
  /** Never throws: what a dead process would have answered is answered by `gone`. */
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Resolves once the process is no more, however it ended. */
  readonly gone: Promise<void>
  /** Ends it on the spot; its memory goes back to the system. */
  kill(): void
}

export type Spawner = (build: Build) => VaultProcess

/** Makes a new header durable, or throws. The key service goes on only after it, so that a kill leaves a vault that opens. */
export type CommitHeader = (header: Uint8Array) => Promise<void>

/** What the keychain item remembers beside the wrapping key: the end of the audit log, and the oldest epoch allowed. */
export interface Anchor {
  auditSeq: number
  /** SHA-256 of the last entry, hex. */
  auditHash: string
  minEpoch: number
}

export interface Opened {
  /** The valid header with the highest generation. */
  header: Uint8Array
  via: 'keychain' | 'passphrase' | 'recovery'
  keychain: KeychainState
  anchor: Anchor | null
  /** Public half of the vault's signing key (Ed25519, 32 bytes). */
  signerKey: Uint8Array
}

/** What a sealed record is tied to; all of it is associated data. */
export interface RecordContext {
  recordId: string
  type: 'exchange-key' | 'signing-seed' | 'source-key'
  /** Rises with each write of the same record. */
  version: number
  /** Live and test keys are never mixed: a record of one does not open as the other. */
  environment: Environment
}

export interface SealedRecord extends RecordContext {
  bytes: Uint8Array
}

/** An exchange's credentials; they exist in the signing process only, once they were given. */
export interface Credentials {
  apiKey: string
  apiSecret: string
  passphrase: string | null
}

export type KeyPurpose = 'order' | 'cancel' | 'read' | 'stream'

export type KeyUse =
  | { from: 'vault'; record: SealedRecord }
  | { from: 'reference'; reference: KeyReference; environment: Environment }

/** Asks a venue about a key. Runs in the signing process. */
export interface KeyProbe {
  /** @throws never: what goes wrong is part of the answer */
  check(venue: string, environment: Environment, host: string | null, credentials: Credentials): Promise<KeyCheck>
}

/** What is asked of a venue. */
export type VenueAsk =
  | { kind: 'place'; order: OutgoingOrder; limit: SendLimit }
  | { kind: 'cancel'; question: OrderQuery }
  | ({ kind: 'find'; question: OrderQuery } & LookUp)
  /** Those that were seen to stand, each by itself. */
  | ({ kind: 'known'; questions: OrderQuery[] } & LookUp)
  /** How long so many requests in the background have to wait. */
  | { kind: 'room'; requests: number }
  /** `maxAgeMs`: a measurement as old as that is made anew. */
  | { kind: 'offset'; maxAgeMs?: number | undefined }
  | { kind: 'markets'; bases: string[] }
  | { kind: 'prices'; markets: string[]; assets: string[] }
  | { kind: 'balances' }
  | ({ kind: 'open'; market?: string | null | undefined } & LookUp)
  | { kind: 'depth' | 'limits'; market: string }

export interface VenueCall {
  venue: string
  environment: Environment
  /** Base URL in place of the venue's own; `null` for its own. */
  host: string | null
  ask: VenueAsk
}

export type VenueReply =
  | { kind: 'answer'; answer: Answer }
  | { kind: 'round'; round: LookupPass }
  /** `ageMs`: since it was measured. */
  | { kind: 'offset'; offset: number; ageMs: number }
  | { kind: 'listings'; listings: Omit<MarketListing, 'coinId'>[] }
  | { kind: 'quotes'; quotes: VenueQuote[] }
  | { kind: 'balances'; balances: VenueBalance[] }
  | { kind: 'orders'; orders: VenueOrder[] }
  | { kind: 'known'; found: (LookupResult[] | null)[] }
  | { kind: 'room'; ms: number }
  | { kind: 'depth'; depth: Depth }
  | { kind: 'limits'; limits: ToldPriceLimits | null }
  /** `keyRefused`: the exchange's own words, where it was the key. `isOurs`: it was not asked, so as not to ask too often. */
  | { kind: 'failed'; detail: Reason; keyRefused?: string | undefined; isOurs?: true | undefined }

/** What a venue is to tell by itself, as it happens. */
export interface StreamCall extends Omit<VenueCall, 'ask'> {
  stream: Subscription
}

/** A call for which the key is needed. */
export interface KeyedCall extends VenueCall {
  ask: Exclude<VenueAsk, { kind: 'room' }>
}

/** Carries out calls at exchanges. Runs in the signing process. */
export interface VenueService extends KeyProbe {
  /** @throws never: what goes wrong is part of the reply */
  call(call: KeyedCall, credentials: Credentials, mayLeave?: () => Reason | null): Promise<VenueReply>
  /** How long until so many look-ups may be made there, milliseconds. Needs no key: none may be fetched for it. */
  room(at: Omit<VenueCall, 'ask'>, requests: number): number
  /**
   * What must still be true at the first byte of this order, counted from now on: to be called as soon as the order is heard
   * of, since a command that fetches a key takes part of its time.
   */
  gate(ask: Extract<VenueAsk, { kind: 'place' }>): () => Reason | null
  /** From now on no byte of an order with one of these keys leaves. */
  withdraw(keys: readonly string[]): void
  /** Opens a stream and answers with its end. It tells `down` once, when it is over for whatever reason, and nothing after. */
  watch(call: StreamCall, credentials: Credentials, tell: OnStreamEvent): () => void
}

/** A request for market data that needs the source's key. `path`: below the source's base, with its query, and no key in it. */
export interface SourceAsk {
  source: SourceId
  plan: SourcePlan | null
  /** Base URL in place of the source's own; `null` for its own. */
  host: string | null
  path: string
  /** Bytes that the answer may have. */
  maxBytes: number
}

/** What came of it, as it came; nothing of the key is in it. */
export type SourceReply =
  | { phase: 'not-sent'; detail: Reason }
  | { phase: 'lost'; sent: 'part' | 'whole'; detail: Reason }
  | {
      phase: 'answered'
      status: number
      contentType: string
      retryAfter: string | null
      date?: string | undefined
      body: string
    }

/** Sends such requests. Runs in the signing process. */
export interface SourceCalls {
  /** @throws never: what goes wrong is part of the reply */
  ask(ask: SourceAsk, apiKey: string, mayLeave: () => Reason | null): Promise<SourceReply>
}

/**
 * The environment of the process that the app was started in. The signing process is given only the variables that the
 * keychain needs; a variable that a key reference names, and what a command needs to run, it asks for on demand.
 */
export interface ParentEnvironment {
  get(name: string): Promise<string | null>
  /**
   * Writes down that numbers of requests up to `upTo` may be used with the key of this name, and tells what was written down
   * before: only what is above that is new, whatever the clocks say after a restart. 0 where nothing was, or nothing can be.
   */
  reserveNumbers?(name: string, upTo: number): Promise<number>
  /** For the commands of key references, which may need any of it: all but what steers Node and Electron. */
  forCommands(): Promise<Record<string, string>>
}

/**
 * The only holder of vault keys and the only reader of the keychain. It has no files of its own but the backups that it
 * writes and reads. Methods that need an unlocked vault throw `VAULT_LOCKED` while nothing is unlocked. A `commit` must
 * not call the key service: what changes the vault happens one after the other, so the call would wait for itself.
 */
export interface KeyService {
  /** Writes, reads back and deletes a random item: can the keychain keep a secret? Leaves nothing behind. */
  tryKeychain(): Promise<{ state: 'ok' | 'locked' | 'unreachable'; detail: Reason }>
  /** Reads the keychain item of this vault and tries it, without unlocking. Creates nothing. */
  keychain(headers: readonly Uint8Array[]): Promise<KeychainState>
  /** @throws AppError `PASSPHRASE_NEEDED` where no keychain can be used */
  create(input: { vaultId: string; passphrase: string | null; at: number }, commit: CommitHeader): Promise<Opened>
  /** @throws AppError `WRONG_PASSPHRASE`, `KEYCHAIN_*`, `VAULT_DAMAGED`, `PASSPHRASE_NEEDED` */
  unlock(input: {
    headers: readonly Uint8Array[]
    passphrase: string | null
    /** An age identity, the paper half of the recovery slot. */
    identity: string | null
  }): Promise<Opened>
  /** `null` removes the passphrase, which only a working keychain slot allows. */
  setPassphrase(passphrase: string | null, at: number, commit: CommitHeader): Promise<void>
  rotateWrappingKey(at: number, commit: CommitHeader): Promise<void>
  /** A new epoch for what is written from now on. */
  rotateDataKey(at: number, commit: CommitHeader): Promise<void>
  /** Destroys the wrapped data keys of epochs that no record uses any more. */
  retireEpochs(inUse: readonly number[], at: number, commit: CommitHeader): Promise<void>
  /** Makes a recovery key, writes its secret half to a new file and adds its slot. The half never comes back here. */
  writeRecoveryKit(path: string, at: number, commit: CommitHeader): Promise<void>
  seal(context: RecordContext, credentials: Credentials): Promise<Uint8Array>
  /** The same contents under the newest data key. */
  reseal(record: SealedRecord): Promise<Uint8Array>
  /** Opens the record only to see that it can be opened. */
  verify(record: SealedRecord): Promise<void>
  probe(venue: string, host: string | null, use: KeyUse): Promise<KeyCheck>
  /** One call at a venue, with the key of `use`. @throws AppError `VAULT_LOCKED`, `KEY_UNAVAILABLE` */
  venue(call: Omit<VenueCall, 'environment'>, use: KeyUse): Promise<VenueReply>
  /** One request with a source's key, to its host alone. @throws AppError `VAULT_LOCKED`, `KEY_UNAVAILABLE` */
  source(ask: SourceAsk, use: KeyUse): Promise<SourceReply>
  /**
   * Once this has answered, no first byte of an order with one of these keys leaves any more: one that has not left yet ends
   * as not sent. @throws AppError `VAULT_LOCKED`: there is no process that could send any
   */
  withdraw(keys: readonly string[]): Promise<void>
  /**
   * Opens a stream under a number of the caller's, with the key of `use`; what it tells goes to `tell`, at last `down`. A
   * lock ends it. @throws AppError `VAULT_LOCKED`, `KEY_UNAVAILABLE`
   */
  watch(stream: number, call: Omit<StreamCall, 'environment'>, use: KeyUse, tell: OnStreamEvent): Promise<void>
  /** Ends a stream; one that is over already is no error. */
  unwatch(stream: number): Promise<void>
  /** Ed25519 signature by the vault's signing key over exactly these bytes. */
  sign(message: Uint8Array): Promise<Uint8Array>
  anchor(auditSeq: number, auditHash: string): Promise<void>
  /** Encrypts the file at `snapshot` with its signed manifest into a new age file. */
  writeBackup(input: BackupInput): Promise<{ bytes: number }>
  /** Decrypts and checks a backup into the new file `snapshot`; changes nothing else. Works while locked. */
  readBackup(input: RestoreInput): Promise<RestoredVault>
  /**
   * Takes over the vault of a backup that was read: the keychain of this machine gets a slot in it, or `passphrase` where
   * one is given. `present` are the headers that are here; a key that they share with the restored vault serves on.
   * @throws AppError `PASSPHRASE_NEEDED` where no keychain can be used and the vault has no other way in
   */
  adopt(
    restored: RestoredVault,
    present: readonly Uint8Array[],
    passphrase: string | null,
    at: number,
    commit: CommitHeader,
  ): Promise<Opened>
  /** Waits for the call in flight, then forgets everything. In the signing process: the process ends. */
  lock(): Promise<void>
}

/** A key service that knows which of its sealed records are for the vault that is there now. */
export interface FreshSeals extends KeyService {
  /** To be called where sealed bytes are stored, with nothing between. @throws AppError `TRY_LATER` */
  assertFresh(bytes: Uint8Array): void
}

/** Ends the name of a file of the trader's until it is whole. */
export const UNFINISHED = '.part'

export interface BackupInput {
  snapshot: string
  path: string
  recipient: string | null
  passphrase: string | null
  /** Goes into the manifest as it is. */
  facts: Record<string, string | number>
}

export interface RestoreInput {
  path: string
  snapshot: string
  identity: string | null
  passphrase: string | null
}

export interface RestoredVault {
  /** Names the read backup inside the key service; its keys stay there. `null` when the backup holds no vault. */
  handle: string | null
  vaultId: string | null
  signerKey: Uint8Array
  facts: Record<string, string | number>
}

/** Headers and sealed records as they lie in the profile; bytes that only the key service can open. */
export interface VaultStore {
  /** The copies that are there, in no order; the key service finds the one that is valid and newest. */
  headers(): Uint8Array[]
  /** Writes over the older copy; a vault id that was pending is then no longer. */
  saveHeader(header: Uint8Array, generation: number): void
  /** Has both copies hold this header. To be called once one of them does, so that a sound one is there at any time. */
  saveBothHeaders(header: Uint8Array, generation: number): void
  /** The id of a vault whose creation was begun. The keychain item of an aborted creation is found again by it. */
  pendingVaultId(): string | null
  savePendingVaultId(vaultId: string): void
  record(recordId: string): SealedRecord | null
  /**
   * Writes a record, or its next version over the one that is there.
   * @throws AppError `TRY_LATER` when its data key was retired after it had been sealed
   */
  saveRecord(record: SealedRecord): void
  removeRecord(recordId: string): void
  /** Puts the same version sealed under another data key in its place. False when the record has changed meanwhile. */
  replaceRecord(record: SealedRecord): boolean
  /** The first record by id, after `afterId`, that is sealed under a data key older than `epoch`. */
  nextBehind(epoch: number, afterId: string): SealedRecord | null
  countBehind(epoch: number): number
  /** The data keys that records are sealed under. */
  epochsInUse(): number[]
  /** Refuses records of older data keys from now on. */
  retireBefore(epoch: number): void
  /** The account, or the source of market data, that a record belongs to. */
  ownerOf(recordId: string): string | null
  failedTries(): FailedTries
  saveFailedTries(tries: FailedTries): void
  transaction<T>(work: () => T): T
}

/** Wrong passphrases since the last right one. */
export interface FailedTries {
  count: number
  /** When the last one was made, milliseconds since 1970. */
  at: number
}

/** What a header says to anybody who reads it; nothing of it is believed before the vault is open. */
export interface HeaderFacts {
  vaultId: string
  generation: number
  createdAt: number
  /** Two only while the wrapping key is being replaced. */
  keychainSlots: number
  passphrase: boolean
  /** When the recovery key was made that opens the vault; `null` without one. */
  recoveryAt: number | null
  /** When the newest slot of the keychain was made; `null` without one. */
  wrappingKeyAt: number | null
  /** The data keys, oldest first. */
  epochs: { epoch: number; createdAt: number }[]
}

/** `null` for bytes that are no header. */
export type ReadFacts = (header: Uint8Array) => HeaderFacts | null
