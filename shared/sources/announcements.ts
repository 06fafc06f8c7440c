// What exchanges announce, by its titles alone: text of others, which nobody has checked and which triggers nothing.

import type { SourceId } from './sources.ts'

export interface Announcement {
  source: SourceId
  /** One line of plain text. */
  title: string
  /** At the exchange's own domain, over https; `null` where it names none that is. */
  url: string | null
  /** By the exchange; `null` where it tells no time, or one that is still to come. */
  at: string | null
  /** When Prelist saw it first. */
  seenAt: string
  /** The coins whose ticker it names: it may mean another coin of that ticker. */
  coinIds: string[]
}
