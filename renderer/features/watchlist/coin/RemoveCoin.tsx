// Asks before a coin of one's own is removed; a refusal says what helps.

import { useRef, useState } from 'react'
import type { Coin } from '../../../../shared/coin.ts'
import type { AppError } from '../../../../shared/result.ts'
import { errorWords, sayReason } from '../../../answer-words.ts'
import { text } from '../../../messages/late/en.ts'
import { QuestionDialog } from '../../../ui/overlay/QuestionDialog.tsx'
import { goToPortfolio, removeCoin } from './own-coin-actions.ts'

function Refusal({ error }: { error: AppError }) {
  const { title, help } = errorWords(error)
  return (
    <div role="alert" className="notice bad">
      <p>
        <strong>{title}.</strong> {sayReason(error.reason)} {error.code === 'IN_USE' ? '' : help}
      </p>
    </div>
  )
}

/** The button and its question. */
export function RemoveCoin({ coin }: { coin: Coin }) {
  const [asked, setAsked] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const removing = useRef(false)
  const { remove, removeQuestion, removeHelp, removeNow, keep, toPortfolio } = text.ownCoins

  const ask = () => {
    setError(null)
    setAsked(true)
  }
  const removeIt = async () => {
    if (removing.current) return
    removing.current = true
    setError(null)
    setError(await removeCoin(coin))
    removing.current = false
  }
  return (
    <>
      <button type="button" className="button" onClick={ask}>
        {remove}
      </button>
      <QuestionDialog
        open={asked}
        title={removeQuestion(coin.name)}
        help={removeHelp}
        no={keep}
        onNo={() => setAsked(false)}
        actions={
          <>
            <button type="button" className="button" onClick={() => void removeIt()}>
              {removeNow}
            </button>
            {error?.code === 'IN_USE' ? (
              <button type="button" className="button quiet" onClick={goToPortfolio}>
                {toPortfolio}
              </button>
            ) : null}
          </>
        }
      >
        {error === null ? null : <Refusal error={error} />}
      </QuestionDialog>
    </>
  )
}
