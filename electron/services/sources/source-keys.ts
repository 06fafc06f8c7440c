// The keys of market-data sources: sealed in the vault or kept elsewhere, noted before each use, never told. Only the vault's
// process opens one, and sends it to no host but that of its source.

import type { KeyReference } from '../../../shared/accounts.ts'
import type { Input } from '../../../shared/contract/contract.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { SourceId } from '../../../shared/sources/sources.ts'
import type { AccountStore, ConfirmCommand } from '../../ports/accounts.ts'
import type { Audit } from '../../ports/operations.ts'
import type { SourceKeyRow, SourceStore } from '../../ports/sources.ts'
import type { Clock, NewId } from '../../ports/system.ts'
import type { FreshSeals, KeyUse, RecordContext, SealedRecord, VaultStore } from '../../ports/vault.ts'
import { assertAgreed, assertPlace } from '../accounts/reference-form.ts'

const KEY_END = 4
/** As these sources give them out: no blank, nothing that is no plain character. */
const KEY_FORM = /^[\x21-\x7e]{8,256}$/
const USE_NOTED_EVERY_MS = 3_600_000
/** What a source's key is sealed as: these keys are for real services alone. */
const ENVIRONMENT = 'live'

export interface SourceKeyParts {
  store: SourceStore
  confirmed: Pick<AccountStore, 'isConfirmed' | 'confirmReference'>
  records: Pick<VaultStore, 'record' | 'saveRecord' | 'removeRecord'>
  keyService: Pick<FreshSeals, 'seal' | 'assertFresh'>
  isUnlocked: () => boolean
  audit: Audit
  clock: Pick<Clock, 'monotonic'>
  newId: NewId
  confirm: ConfirmCommand | null
}

/** A key that was looked at and is not kept yet. */
export interface EnteredKey {
  row: SourceKeyRow
  record: SealedRecord | null
}

export interface SourceKeys {
  /** @throws AppError `BAD_INPUT`, `VAULT_LOCKED`, `NOT_ALLOWED`; nothing is kept then */
  enter(source: SourceId, change: Pick<Input<'sources.save'>, 'apiKey' | 'reference'>): Promise<EnteredKey | null>
  /** Writes it in place of the one before; `null` forgets that one. Inside a transaction. */
  keep(source: SourceId, before: SourceKeyRow | null, entered: EnteredKey | null): SourceKeyRow | null
  /** The key for one request, noted once an hour. @throws AppError `KEY_UNAVAILABLE`, `NOT_CONFIRMED` */
  take(source: SourceId): KeyUse
  isConfirmed(key: SourceKeyRow): boolean
}

/** Builds them. */
export function createSourceKeys(parts: SourceKeyParts): SourceKeys {
  const { store, confirmed, records, keyService, audit, clock, newId } = parts
  const notedAt = new Map<string, number>()

  const sealed = async (source: SourceId, apiKey: string): Promise<EnteredKey> => {
    if (!KEY_FORM.test(apiKey)) throw new AppError('BAD_INPUT', reason('SOURCE_KEY_MALFORMED'))
    if (!parts.isUnlocked()) throw new AppError('VAULT_LOCKED', reason('VAULT_LOCKED'))
    const context: RecordContext = { recordId: newId(), type: 'source-key', version: 1, environment: ENVIRONMENT }
    // The second half names the source: the record opens for no other one.
    const bytes = await keyService.seal(context, { apiKey, apiSecret: source, passphrase: null })
    const row = {
      source: 'vault',
      keyEnd: apiKey.slice(-KEY_END),
      recordId: context.recordId,
      reference: null,
    } as const
    return { row, record: { ...context, bytes } }
  }
  const referred = async (kind: KeyReference['kind'], place: string): Promise<EnteredKey> => {
    const reference: KeyReference = { kind, apiKey: place, apiSecret: place }
    assertPlace(reference)
    await assertAgreed(reference, parts.confirm)
    return { row: { source: kind, keyEnd: null, recordId: null, reference }, record: null }
  }

  return {
    enter: async (source, { apiKey, reference }) => {
      if (apiKey !== undefined && reference !== undefined) throw new AppError('BAD_INPUT', reason('SOURCE_KEY_TWICE'))
      if (apiKey !== undefined) return sealed(source, apiKey)
      return reference === undefined || reference === null ? null : referred(reference.kind, reference.apiKey)
    },
    keep: (source, before, entered) => {
      if (entered !== null && entered.record !== null) {
        keyService.assertFresh(entered.record.bytes)
        records.saveRecord(entered.record)
        audit({ kind: 'secret', event: 'key-stored', subject: source, detail: { keyEnd: entered.row.keyEnd } })
      }
      const reference = entered?.row.reference ?? null
      if (reference !== null) {
        confirmed.confirmReference(reference)
        const event = reference.kind === 'command' ? 'command-confirmed' : 'reference-confirmed'
        audit({ kind: 'key', event, subject: source, detail: { kind: reference.kind } })
      }
      if (before?.recordId != null) records.removeRecord(before.recordId)
      if (before !== null && entered === null) audit({ kind: 'key', event: 'source-key-removed', subject: source })
      return entered?.row ?? null
    },
    take: (source) => {
      const { key } = store.row(source)
      if (key === null) throw new AppError('KEY_UNAVAILABLE', reason('SOURCE_NEEDS_KEY'))
      const use = useOf(key)
      const at = clock.monotonic()
      const name = `${source} ${key.recordId ?? ''}`
      if (at - (notedAt.get(name) ?? Number.NEGATIVE_INFINITY) < USE_NOTED_EVERY_MS) return use
      audit({
        ...{ kind: 'secret', event: 'key-used', subject: source },
        detail: { purpose: 'read', keyEnd: key.keyEnd, source: key.source },
      })
      notedAt.set(name, at)
      return use
    },
    isConfirmed: ({ reference }) => reference === null || confirmed.isConfirmed(reference),
  }

  function useOf({ reference, recordId }: SourceKeyRow): KeyUse {
    if (reference !== null && !confirmed.isConfirmed(reference)) {
      throw new AppError('NOT_CONFIRMED', reason('SOURCE_UNCONFIRMED'))
    }
    if (reference !== null) return { from: 'reference', reference, environment: ENVIRONMENT }
    const record = recordId === null ? null : records.record(recordId)
    if (record === null) throw new AppError('KEY_UNAVAILABLE', reason('KEY_GONE'))
    return { from: 'vault', record }
  }
}
