// Asks before a coin of one's own is removed, in its own panel; a refusal says what helps.

import { useEffect, useRef, useState } from 'react'
import type { Coin } from '../../../../shared/coin.ts'
import type { AppError } from '../../../../shared/result.ts'
import { errorWords } from '../../../error-words.ts'
import { text } from '../../../messages/en.ts'
import { sayReason } from '../../../messages/reasons/en.ts'
import { Icon } from '../../../ui/pictures/Icon.tsx'
import { goToPortfolio, removeCoin } from './own-coin-actions.ts'

function Refusal({ error }: { error: AppError }) {
  const { title, help } = errorWords(error)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.closest('fieldset')?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div ref={box} role="alert">
      <p>
        <strong>{title}.</strong> {sayReason(error.reason)} {error.code === 'IN_USE' ? '' : help}
      </p>
    </div>
  )
}

/** The question with its two answers. */
export function RemoveCoin({ coin, onKeep }: { coin: Coin; onKeep: () => void }) {
  const [error, setError] = useState<AppError | null>(null)
  const removing = useRef(false)
  const { removeQuestion, removeHelp, removeNow, keep, toPortfolio } = text.ownCoins

  const remove = async () => {
    if (removing.current) return
    removing.current = true
    setError(null)
    setError(await removeCoin(coin))
    removing.current = false
  }
  return (
    <fieldset className={error === null ? 'notice warn' : 'notice bad'}>
      <legend className="visually-hidden">{removeQuestion(coin.name)}</legend>
      <Icon name="warn" />
      <div className="spaced-list">
        <p>
          <strong>{removeQuestion(coin.name)}</strong> {removeHelp}
        </p>
        {error === null ? null : <Refusal error={error} />}
        <div className="action-row">
          <button type="button" className="button" data-act="keep" onClick={onKeep}>
            {keep}
          </button>
          <button type="button" className="button" onClick={() => void remove()}>
            {removeNow}
          </button>
          {error?.code === 'IN_USE' ? (
            <button type="button" className="button quiet" onClick={goToPortfolio}>
              {toPortfolio}
            </button>
          ) : null}
        </div>
      </div>
    </fieldset>
  )
}
