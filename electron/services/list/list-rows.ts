// A row of the list as cells of a file and back, exactly: what is not said stays unsaid.

import { COIN_KINDS } from '../../../shared/assets.ts'
import { AIRDROP_PROGRESS, type CoinTicker } from '../../../shared/coin.ts'
import type { ListField, ListRow } from '../../../shared/list/list-file.ts'
import type { CoinContract } from '../../../shared/markets/contracts.ts'

interface Cell<T> {
  head: string
  write: (value: T) => string
  /** Undefined where the text is none. */
  read: (text: string) => T | undefined
}

const text: Omit<Cell<string>, 'head'> = { write: (value) => value, read: (value) => value }
const perhaps: Omit<Cell<string | null>, 'head'> = {
  write: (value) => value ?? '',
  read: (value) => (value === '' ? null : value),
}
const YES: readonly string[] = ['yes', 'true', '1', 'y', 'x']
const NO: readonly string[] = ['no', 'false', '0', 'n']
const flag: Omit<Cell<boolean | null>, 'head'> = {
  write: (value) => (value === null ? '' : value ? 'yes' : 'no'),
  read: (value) => {
    const word = value.toLowerCase()
    if (value === '') return null
    if (YES.includes(word)) return true
    return NO.includes(word) ? false : undefined
  },
}

/** Several texts, with a semicolon between them; one in a text has a backslash before it. */
const joined = (values: readonly string[]) => values.map((each) => each.replaceAll(/[\\;]/g, '\\$&')).join('; ')
const parted = (value: string): string[] => {
  const parts = value.match(/(?:\\.|[^;\\]|\\$)+/gsu) ?? []
  return parts.map((part) => part.replaceAll(/\\(.)/gsu, '$1').trim()).filter((part) => part !== '')
}
const texts: Omit<Cell<string[]>, 'head'> = { write: joined, read: parted }

/** `OLD@2024-01-01..2025-06-30`; either day may be missing, and both with the mark. */
const tickers: Omit<Cell<CoinTicker[]>, 'head'> = {
  write: (all) =>
    joined(
      all.map(({ ticker, since, until }) =>
        since === null && until === null ? ticker : `${ticker}@${since ?? ''}..${until ?? ''}`,
      ),
    ),
  read: (value) => {
    const all = parted(value).map((each): CoinTicker | null => {
      const found = /^(.+)@(\d{4}-\d\d-\d\d)?\.\.(\d{4}-\d\d-\d\d)?$/.exec(each)
      if (found === null) return { ticker: each, since: null, until: null }
      return { ticker: found[1] ?? '', since: found[2] ?? null, until: found[3] ?? null }
    })
    return all.every((each) => each !== null) ? all : undefined
  },
}

/** `solana = So1anaAddress`. */
const contracts: Omit<Cell<CoinContract[]>, 'head'> = {
  write: (all) => joined(all.map(({ chain, address }) => `${chain} = ${address}`)),
  read: (value) => {
    const all = parted(value).map((each) => {
      const at = each.lastIndexOf('=')
      return at < 0 ? null : { chain: each.slice(0, at).trim(), address: each.slice(at + 1).trim() }
    })
    return all.every((each) => each !== null) ? all : undefined
  },
}

const among =
  <T extends string>(words: readonly T[]) =>
  (value: string) =>
    words.find((word) => word === value.toLowerCase())

/** In this order. A field of a row without a column does not compile. */
export const LIST_CELLS: { readonly [Field in ListField]: Cell<ListRow[Field]> } = {
  id: { head: 'id', ...text },
  name: { head: 'name', ...text },
  ticker: { head: 'ticker', ...perhaps },
  what: { head: 'what', ...text },
  narratives: { head: 'narratives', ...texts },
  watched: { head: 'watched', ...flag },
  tags: { head: 'tags', ...texts },
  early: { head: 'early stage', ...flag },
  kind: {
    head: 'type',
    write: (value) => value ?? '',
    read: (value) => (value === '' ? null : among(COIN_KINDS)(value)),
  },
  tickers: { head: 'other tickers', ...tickers },
  contracts: { head: 'contracts', ...contracts },
  note: { head: 'note', ...text },
  progress: {
    head: 'airdrop progress',
    write: (value) => value,
    read: (value) => (value === '' ? 'not-started' : among(AIRDROP_PROGRESS)(value)),
  },
  deadline: { head: 'airdrop deadline', ...perhaps },
  airdropNote: { head: 'airdrop note', ...text },
}

export const LIST_FIELDS = Object.keys(LIST_CELLS) as ListField[]

/** The cells of a row, as they are before they are guarded. */
export const cellsOf = (row: ListRow): string[] => LIST_FIELDS.map((field) => written(field, row))

function written<Field extends ListField>(field: Field, row: ListRow): string {
  return LIST_CELLS[field].write(row[field])
}

const plainHead = (head: string) => head.toLowerCase().replaceAll(/[^a-z]/g, '')

/** Other names that spreadsheets of traders have for a column. */
const ALSO: Readonly<Record<string, ListField>> = {
  symbol: 'ticker',
  coin: 'name',
  project: 'name',
  description: 'what',
  whatitis: 'what',
  narrative: 'narratives',
  notes: 'note',
  tag: 'tags',
  watch: 'watched',
  early: 'early',
  kind: 'kind',
  progress: 'progress',
  deadline: 'deadline',
}
const BY_HEAD = new Map<string, ListField>([
  ...Object.entries(ALSO),
  ...LIST_FIELDS.map((field): [string, ListField] => [plainHead(LIST_CELLS[field].head), field]),
])

/** The field of a column by its head; `null` for one that is not read. */
export const fieldOf = (head: string): ListField | null => BY_HEAD.get(plainHead(head)) ?? null

/** What the cells of a line say, or the field whose cell says nothing that can be read. */
export function saidIn(
  fields: readonly (ListField | null)[],
  cells: readonly string[],
): { said: Partial<ListRow> } | { wrong: ListField } {
  const said: Partial<ListRow> = {}
  for (const [at, field] of fields.entries()) {
    if (field === null) continue
    const value = LIST_CELLS[field].read(cells[at] ?? '')
    if (value === undefined) return { wrong: field }
    Object.assign(said, { [field]: value })
  }
  return { said }
}
