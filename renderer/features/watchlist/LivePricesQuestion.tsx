// The one question of a first start: may real prices be loaded, and from whom. Before the answer nobody is asked anything.

import { useState } from 'react'
import { text } from '../../messages/late/en.ts'
import { useSession } from '../../state/session/session-store.ts'
import { answerLivePrices } from '../../state/sources/sources-actions.ts'
import { keyless, useSources } from '../../state/sources/sources-store.ts'
import { toFirstCoin } from './first-coin.ts'

/** Whom the answer is about; empty while that is not known, and then nothing is asked of the trader. */
const useNames = () =>
  useSources(({ sources }) =>
    keyless(sources.value ?? [])
      .map(({ name }) => name)
      .join(', '),
  )

/** The question with its two answers; nothing once it was answered. */
export function LivePricesQuestion() {
  const wasAsked = useSession((state) => state.settings.sourcesAsked)
  const names = useNames()
  const [busy, setBusy] = useState(false)
  if (wasAsked || names === '') return null
  const { title: question, who, what, on, later } = text.coins.livePrices
  const answer = async (isWanted: boolean) => {
    if (busy) return
    setBusy(true)
    const isOver = await answerLivePrices(isWanted)
    setBusy(false)
    if (isOver) toFirstCoin()
  }
  return (
    <fieldset className="live-prices">
      <legend>
        <strong>{question}</strong>
      </legend>
      <p>
        {who(names)} {what}
      </p>
      <p className="action-row">
        <button type="button" className="button primary" aria-disabled={busy} onClick={() => void answer(true)}>
          {on}
        </button>
        <button type="button" className="button" aria-disabled={busy} onClick={() => void answer(false)}>
          {later}
        </button>
      </p>
    </fieldset>
  )
}

/** The question in a card of its own. */
export function LivePricesCard() {
  const isDue = useSession(({ settings }) => settings.welcomed && !settings.sourcesAsked)
  const names = useNames()
  if (!isDue || names === '') return null
  return (
    <section className="notice" aria-label={text.coins.livePrices.title}>
      <LivePricesQuestion />
    </section>
  )
}
