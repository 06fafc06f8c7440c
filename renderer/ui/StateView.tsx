// What a list shows instead of rows: a skeleton, an explanation with what to do, or a failure with what helps.

import type { ReactNode } from 'react'
import type { AppError } from '../../shared/result.ts'
import { errorWords, sayReason } from '../answer-words.ts'
import { text } from '../messages/en.ts'
import { sentences } from '../messages/reasons/sentences.ts'
import { Icon } from './pictures/Icon.tsx'

const SKELETON_ROWS = [1, 2, 3, 4, 5, 6]

/** Grey rows; the style sheet keeps them unseen for the first 200 ms, so that a quick answer does not flicker. */
export function Skeleton() {
  return (
    <div className="skeleton" aria-busy="true">
      <span className="visually-hidden">{text.common.loading}</span>
      {SKELETON_ROWS.map((row) => (
        <span key={row} className="skeleton-row" />
      ))}
    </div>
  )
}

/** An empty list that says what to do; `children` does it. */
export function EmptyState({ title, help, children }: { title: string; help: string; children: ReactNode }) {
  return (
    <div className="state-view">
      <h2 className="state-title">{title}</h2>
      <p>{help}</p>
      {children}
    </div>
  )
}

/** A failure: what happened, what the app said, what helps, and a way to try again. Old data stay below it. */
export function ErrorState({ error, kept, onRetry }: { error: AppError; kept: boolean; onRetry: () => void }) {
  const { title, help } = errorWords(error)
  return (
    <div className="notice bad">
      <Icon name="warn" />
      <p>
        <strong>{title}.</strong> {sentences(sayReason(error.reason), help, kept ? text.common.lastKnown : '')}
      </p>
      <button type="button" className="button" onClick={onRetry}>
        {text.common.tryAgain}
      </button>
    </div>
  )
}
