// What is typed about a coin of one's own, and whether it can be stored. The desk checks again, by the same limits.

import type { Coin } from '../../../../shared/coin.ts'
import type { Input } from '../../../../shared/contract/contract.ts'
import { TICKER_PATTERN } from '../../../../shared/markets/ticker.ts'
import { text } from '../../../messages/late/en.ts'

const MAX_NAME = 80
const MAX_WHAT = 400
const MAX_NARRATIVE = 40
const MAX_NARRATIVES = 12
/** One line, without characters that would disguise what it says. */
const ONE_LINE = /^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u

export interface CoinForm {
  name: string
  ticker: string
  what: string
  narratives: string
}

export type CoinField = keyof CoinForm

export const EMPTY_FORM: CoinForm = { name: '', ticker: '', what: '', narratives: '' }

export interface CoinCheck {
  /** What would be stored; null while something is missing or wrong. */
  fields: Omit<Input<'coins.save'>, 'coinId' | 'early'> | null
  /** What is wrong with a field, in words. An empty name is not a fault, only not ready. */
  faults: Record<CoinField, string | null>
}

/** The form of a coin that is there already. */
export function formOf({ name, ticker, what, narratives }: Coin): CoinForm {
  return { name, ticker: ticker ?? '', what, narratives: narratives.join(', ') }
}

/**
 * The ticker as it is stored: as it was typed, since an exchange may list kPEPE beside KPEPE. One in small letters alone is
 * meant in capitals, as nearly every exchange writes it.
 */
export function tickerOf(typed: string): string {
  const ticker = typed.trim()
  return /^[a-z0-9]+$/.test(ticker) ? ticker.toUpperCase() : ticker
}

/** Characters as the desk counts them: one that takes two units of text is one. */
const lengthOf = (line: string): number => [...line].length

function lineFault(line: string, most: number): string | null {
  const length = lengthOf(line)
  if (length > most) return text.ownCoins.invalid.length(most, length)
  return ONE_LINE.test(line) ? null : text.ownCoins.invalid.characters
}

function narrativesFault(narratives: readonly string[]): string | null {
  const { invalid } = text.ownCoins
  if (narratives.length > MAX_NARRATIVES) return invalid.narrativeCount(MAX_NARRATIVES)
  if (narratives.some((narrative) => lengthOf(narrative) > MAX_NARRATIVE)) return invalid.narrativeLength(MAX_NARRATIVE)
  return narratives.every((narrative) => ONE_LINE.test(narrative)) ? null : invalid.characters
}

/** Checks the form; `before` is what it opened with. */
export function checkCoin(form: CoinForm, before: CoinForm): CoinCheck {
  const { invalid } = text.ownCoins
  const name = form.name.trim()
  const ticker = tickerOf(form.ticker)
  const what = form.what.trim()
  const listed = form.narratives.split(',').map((narrative) => narrative.trim())
  const narratives = [...new Set(listed.filter((narrative) => narrative !== ''))]
  const faults: CoinCheck['faults'] = {
    name: lineFault(name, MAX_NAME),
    ticker: ticker === '' || TICKER_PATTERN.test(ticker) ? null : invalid.ticker,
    // The contract has no empty text, and leaving it out would keep the old one while the page showed none.
    what: what === '' && before.what !== '' ? invalid.whatEmptied : lineFault(what, MAX_WHAT),
    narratives: narrativesFault(narratives),
  }
  const ready = name !== '' && Object.values(faults).every((fault) => fault === null)
  return {
    fields: ready
      ? { name, ticker: ticker === '' ? null : ticker, narratives, ...(what === '' ? {} : { what }) }
      : null,
    faults,
  }
}
