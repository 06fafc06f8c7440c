// Draws a loadable: failure above, then the last known value, a skeleton while there is none.

import type { ReactNode } from 'react'
import type { Loadable } from '../state/loadable.ts'
import { ErrorState, Skeleton } from './StateView.tsx'

interface Props<T> {
  from: Loadable<T>
  onRetry: () => void
  children: (value: T) => ReactNode
}

/** The value as `children` draws it, with loading and failure around it. */
export function LoadedView<T>({ from, onRetry, children }: Props<T>) {
  return (
    <>
      {from.error === null ? null : <ErrorState error={from.error} kept={from.value !== null} onRetry={onRetry} />}
      {from.value !== null ? children(from.value) : from.error === null ? <Skeleton /> : null}
    </>
  )
}
