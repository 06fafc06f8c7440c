// Draws a late view: at once when its code is here, what stands in for it while that is loading, and a way on when it cannot be had.

import { type ReactNode, useEffect, useSyncExternalStore } from 'react'
import { text } from '../../messages/en.ts'
import { Icon } from '../pictures/Icon.tsx'
import type { LateView } from './late-view.ts'

interface Props<Given> {
  view: LateView<Given>
  given: Given
  /** While it is loading; nothing where it is left out. */
  instead?: ReactNode
  /** Nobody has asked for it, so nobody is told that it could not be loaded. */
  unasked?: boolean
}

/** The view, drawn with what it is given. */
export function Late<Given extends object>({ view, given, instead = null, unasked = false }: Props<Given>) {
  const now = useSyncExternalStore(view.subscribe, view.read, view.read)
  // Also one that could not be loaded in idle time: it is asked for now, so it is tried again.
  useEffect(() => void view.load(), [view])
  if (now.state === 'here') {
    const View = now.part
    return <View {...given} />
  }
  if (now.state === 'waiting' || unasked) return instead
  return (
    <div className="notice bad" role="alert">
      <Icon name="warn" />
      <p>
        <strong>{text.common.partNotLoaded}</strong> {text.common.partCrashedHelp}
      </p>
      <button type="button" className="button" onClick={() => void view.load()}>
        {text.common.tryAgain}
      </button>
    </div>
  )
}
