// Says that several tickers are one coin: a former one after a rename, or an exchange's own. The limits then count what is
// held under each of them.

import { type FormEvent, useState } from 'react'
import type { Coin } from '../../../../shared/coin.ts'
import { text } from '../../../messages/late/en.ts'
import { saveTickers } from '../../../state/coins/own-part-actions.ts'
import { Field } from '../../../ui/fields/Field.tsx'
import { readTickers, tickerLine } from './other-tickers.ts'

/** The field with a button: half a ticker, saved while typing, would be another coin's. */
export function OtherTickers({ coin }: { coin: Coin }) {
  const stored = tickerLine(coin)
  const [line, setLine] = useState(stored)
  const [busy, setBusy] = useState(false)
  const { tickers, fault } = readTickers(line, coin)
  const isReady = tickers !== null && line.trim() !== stored && !busy
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    setBusy(true)
    const saved = await saveTickers(coin, tickers)
    setBusy(false)
    if (saved !== null) setLine(tickerLine(saved))
  }
  const { label, hint, save } = text.coins.otherTickers
  return (
    <form className="block" aria-label={label} onSubmit={(event) => void submit(event)}>
      <Field label={label} hint={hint} value={line} fault={fault} onChange={setLine} />
      <button type="submit" className="button" aria-disabled={!isReady}>
        {save}
      </button>
    </form>
  )
}
