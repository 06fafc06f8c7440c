// One search over coins, notes, orders and tasks. Names forgive a typing error; notes and orders are asked by their index.

import type { AirdropTask } from '../../../shared/airdrops/airdrops.ts'
import type { Coin } from '../../../shared/coin.ts'
import type { Input } from '../../../shared/contract/contract.ts'
import type { Note } from '../../../shared/notes/notes.ts'
import type { Order } from '../../../shared/order.ts'
import { matchScore, plainWords } from '../../../shared/search/fuzzy.ts'
import type { HitKind, SearchHit } from '../../../shared/search/search.ts'

export interface SearchParts {
  coins: () => readonly Coin[]
  /** Another number after each change of a coin. */
  changed: () => number
  notes: (text: string, limit: number) => readonly Note[]
  orders: (text: string, limit: number) => readonly Order[]
  tasks: () => readonly AirdropTask[]
}

export type Search = (input: Input<'search.query'>) => SearchHit[]

const LIMIT = 20
/** A note is read for its words, so that a name that fits as well comes first. */
const BY_WORDS = 55
/** How much of a note is shown. */
const EXCERPT = 120

interface Scored extends SearchHit {
  score: number
}

/** Builds it. The names of coins are kept until one of them is changed. */
export function createSearch(parts: SearchParts): Search {
  let kept: { at: number; names: { coin: Coin; words: string[] }[] } | null = null
  const names = () => {
    const at = parts.changed()
    if (kept?.at !== at) {
      const wordsOf = ({ name, ticker, tickers }: Coin) => [name, ticker ?? '', ...tickers.map((each) => each.ticker)]
      kept = { at, names: parts.coins().map((coin) => ({ coin, words: [...new Set(wordsOf(coin).map(plainWords))] })) }
    }
    return kept.names
  }
  const byName = (typed: string): Scored[] =>
    names().flatMap(({ coin, words }) => {
      const score = Math.max(...words.map((word) => matchScore(word, typed)))
      return score === 0 ? [] : [hit('coin', coin.id, coin.id, coin.name, coin.ticker ?? '', null, score + 1)]
    })
  const byTitle = (typed: string): Scored[] =>
    parts.tasks().flatMap((task) => {
      const score = matchScore(plainWords(task.title), typed)
      const { taskId, coinId, coinName, title, updatedAt } = task
      return score === 0 ? [] : [hit('task', taskId, coinId, title, coinName, updatedAt, score)]
    })
  const noteHits = (notes: readonly Note[]) =>
    notes.map(({ kind, subject, coinId, coinName, text, updatedAt }) =>
      hit('note', `${kind} ${subject}`, coinId, coinName, oneLine(text), updatedAt, BY_WORDS),
    )
  const orderHits = (orders: readonly Order[]) =>
    orders.map(({ intentId, coinId, market, side, status, createdAt }) =>
      hit('order', intentId, coinId, market, `${side} ${status}`, createdAt, BY_WORDS),
    )
  return ({ text, limit = LIMIT }) => {
    const typed = plainWords(text)
    const asked = text.trim()
    const found =
      asked === ''
        ? [...noteHits(parts.notes('', limit)), ...orderHits(parts.orders('', limit))]
        : [
            ...byName(typed),
            ...byTitle(typed),
            ...noteHits(parts.notes(asked, limit)),
            ...orderHits(parts.orders(asked, limit)),
          ]
    return found
      .sort((a, b) => b.score - a.score || ((a.at ?? '') > (b.at ?? '') ? -1 : (a.at ?? '') < (b.at ?? '') ? 1 : 0))
      .slice(0, limit)
      .map(({ score: _, ...shown }) => shown)
  }
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, EXCERPT)

function hit(
  ...[kind, id, coinId, title, detail, at, score]: [HitKind, string, string, string, string, string | null, number]
): Scored {
  return { kind, id, coinId, title, detail, at, score }
}
