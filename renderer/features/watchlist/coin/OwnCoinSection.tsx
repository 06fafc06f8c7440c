// A coin of one's own, where the publication of a researched coin would stand: what the trader wrote, to change or remove.

import { useEffect, useRef, useState } from 'react'
import type { CoinDetail } from '../../../../shared/coin.ts'
import { text } from '../../../messages/late/en.ts'
import { Fact, Facts } from '../../../ui/Facts.tsx'
import { Unknown } from '../../../ui/Unknown.tsx'
import { OwnCoinForm } from './OwnCoinForm.tsx'
import { editCoin } from './own-coin-actions.ts'
import { formOf } from './own-coin-input.ts'
import { RemoveCoin } from './RemoveCoin.tsx'

interface View {
  mode: 'facts' | 'edit'
  /** What takes the focus after the change; null at first, when the panel has it. */
  focus: string | null
}

const EDIT_FORM: View = { mode: 'edit', focus: 'input' }
const AFTER_EDIT: View = { mode: 'facts', focus: '[data-act=edit]' }

function OwnFacts({ coin: { name, ticker, what, narratives } }: { coin: CoinDetail }) {
  const { field, noTicker } = text.ownCoins
  return (
    <Facts>
      <Fact name={field.name}>{name}</Fact>
      <Fact name={field.ticker}>{ticker ?? <Unknown why={noTicker} />}</Fact>
      <Fact name={field.what}>{what}</Fact>
      <Fact name={field.narratives}>{narratives.join(', ')}</Fact>
    </Facts>
  )
}

/** The section; Escape leaves a change, and only then the panel. */
export function OwnCoinSection({ coin }: { coin: CoinDetail }) {
  const [view, setView] = useState<View>({ mode: 'facts', focus: null })
  const section = useRef<HTMLElement>(null)
  const { addedByYou, edit, editTitle } = text.ownCoins
  useEffect(() => {
    if (view.focus !== null) section.current?.querySelector<HTMLElement>(view.focus)?.focus()
  }, [view])

  return (
    <section
      ref={section}
      className="own"
      aria-label={addedByYou}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || view.mode === 'facts') return
        event.preventDefault()
        event.stopPropagation()
        setView(AFTER_EDIT)
      }}
    >
      <h3>{addedByYou}</h3>
      {view.mode === 'edit' ? (
        <OwnCoinForm
          label={editTitle(coin.name)}
          initial={formOf(coin)}
          submit={text.common.save}
          onSave={async (fields) => {
            const saved = await editCoin(coin.id, fields)
            if (saved) setView(AFTER_EDIT)
            return saved
          }}
          onCancel={() => setView(AFTER_EDIT)}
        />
      ) : (
        <OwnFacts coin={coin} />
      )}
      {view.mode === 'facts' ? (
        <div className="action-row">
          <button type="button" className="button" data-act="edit" onClick={() => setView(EDIT_FORM)}>
            {edit}
          </button>
          <RemoveCoin coin={coin} />
        </div>
      ) : null}
    </section>
  )
}
