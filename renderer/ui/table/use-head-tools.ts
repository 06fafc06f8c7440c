// Lets a trader move and size the columns of a table. What does it is loaded in idle time: nobody does it before the first paint.

import { type RefObject, useEffect, useRef, useSyncExternalStore } from 'react'
import { latePart } from '../late/late-view.ts'
import type { HeadTable } from './head-tools.ts'

/** What listens to a table's head. */
export const HEAD_TOOLS = latePart(async () => (await import('./head-tools.ts')).followHead)

/** Follows the head of the table in `wrap`; nothing where its columns stand fast. */
export function useHeadTools(
  wrap: RefObject<HTMLElement | null>,
  table: Omit<HeadTable, 'onLayout'> & { onLayout: HeadTable['onLayout'] | undefined },
): void {
  const late = useSyncExternalStore(HEAD_TOOLS.subscribe, HEAD_TOOLS.read, HEAD_TOOLS.read)
  const latest = useRef(table)
  latest.current = table
  const follow = late.state === 'here' ? late.part : null
  const canMove = table.onLayout !== undefined
  useEffect(() => {
    if (!canMove || follow === null || wrap.current === null) return
    return follow(wrap.current, () => {
      const { onLayout, ...rest } = latest.current
      return onLayout === undefined ? null : { ...rest, onLayout }
    })
  }, [follow, canMove, wrap])
}
