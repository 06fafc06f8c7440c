// What the trader says of a file in nobody's form: which column is what, and what its words mean. Pure.

import {
  type ColumnMapping,
  type FileColumns,
  MAPPED_FIELDS,
  type MappedField,
} from '../../../../shared/ledger/imports.ts'
import { LEDGER_KINDS, type LedgerKind } from '../../../../shared/ledger/ledger.ts'

/** Without these no row says anything. */
export const NEEDED: readonly MappedField[] = ['time', 'asset', 'amount']
export const OPTIONAL: readonly MappedField[] = MAPPED_FIELDS.filter(
  (field) => !NEEDED.includes(field) && field !== 'kind',
)

export interface ChosenColumns {
  /** The column of each field; empty where it has none. */
  columns: Readonly<Record<MappedField, string>>
  /** What every row is where no column says it. */
  kind: LedgerKind
  /** What the words of the type column mean; those that are left out mean what they say. */
  words: Readonly<Record<string, LedgerKind>>
}

/** Names by which files call the fields. */
const USUAL: Record<MappedField, RegExp> = {
  time: /^(time|date|timestamp|datetime|utc|created)/i,
  kind: /^(kind|type|side|operation|action|transaction type)$/i,
  asset: /^(asset|coin|currency|symbol|token)$/i,
  amount: /^(amount|quantity|qty|change|size|volume)$/i,
  price: /^(price|rate|unit price)$/i,
  total: /^(total|value|cost|subtotal)$/i,
  currency: /^(quote|quote currency|price currency)$/i,
  fee: /^(fee|fees|commission)$/i,
  feeAsset: /^(fee (asset|coin|currency|unit))$/i,
  toAsset: /^(to asset|received asset|received currency)$/i,
  toAmount: /^(to amount|received amount)$/i,
  toAccount: /^(to account|to|destination)$/i,
  note: /^(note|notes|comment|remark|description)$/i,
}

/** A first guess by the names of the columns; the trader sees and changes it. */
export function guessedColumns({ columns }: Pick<FileColumns, 'columns'>): ChosenColumns {
  const taken = new Set<string>()
  const guess = (field: MappedField): string => {
    const found = columns.find((name) => USUAL[field].test(name.trim()) && !taken.has(name)) ?? ''
    taken.add(found)
    return found
  }
  const chosen = Object.fromEntries(MAPPED_FIELDS.map((field) => [field, guess(field)])) as Record<MappedField, string>
  return { columns: chosen, kind: 'deposit', words: {} }
}

const isKind = (word: string): boolean => LEDGER_KINDS.some((kind) => kind === word.toLowerCase())

/** The words of the type column in the rows that are shown and that are none of the ledger's own, each once. */
export function unknownWords({ columns, rows }: FileColumns, kindColumn: string): string[] {
  const at = columns.indexOf(kindColumn)
  if (at < 0) return []
  const words = rows.map((row) => (row[at] ?? '').trim())
  return [...new Set(words)].filter((word) => word !== '' && !isKind(word))
}

/** As it is sent, or the fields that are missing. */
export function mappingOf(
  chosen: ChosenColumns,
  file: FileColumns,
): { mapping: ColumnMapping } | { missing: MappedField[] } {
  const missing = NEEDED.filter((field) => chosen.columns[field] === '')
  if (missing.length > 0) return { missing }
  const columns = Object.fromEntries(Object.entries(chosen.columns).filter(([, name]) => name !== ''))
  if (chosen.columns.kind === '') return { mapping: { columns, kind: chosen.kind } }
  const kinds = unknownWords(file, chosen.columns.kind).map((word) => ({
    word,
    kind: chosen.words[word] ?? chosen.kind,
  }))
  return { mapping: { columns, ...(kinds.length > 0 && { kinds }) } }
}
