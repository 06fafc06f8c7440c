// A file of the list: what it would change is shown before it does.

import type { CoinKind } from '../assets.ts'
import type { AirdropProgress, CoinTicker } from '../coin.ts'
import type { CoinContract } from '../markets/contracts.ts'
import type { Reason } from '../reasons/reason.ts'

/** What a trader says of one coin, as the profile keeps it. */
export interface ListRow {
  id: string
  name: string
  ticker: string | null
  what: string
  narratives: string[]
  watched: boolean | null
  tags: string[]
  early: boolean | null
  kind: CoinKind | null
  tickers: CoinTicker[]
  contracts: CoinContract[]
  note: string
  progress: AirdropProgress
  deadline: string | null
  airdropNote: string
}

export type ListField = keyof ListRow

export interface ListPreview {
  previewId: string
  encoding: string
  /** `tab`, or the character. */
  separator: string
  /** Columns that are not read: of another program, or only for information. */
  ignored: string[]
  adds: number
  changes: number
  same: number
  badCount: number
  /** The first of them, by line. */
  bad: { line: number; reason: Reason }[]
  /** The first of those that would change something. */
  rows: { line: number; act: 'add' | 'change'; name: string; ticker: string | null; fields: string[] }[]
}

export interface ListReport {
  added: number
  changed: number
}

/** Rows are read, then written. */
export interface ListProgress {
  phase: 'read' | 'write'
  done: number
  total: number
}
