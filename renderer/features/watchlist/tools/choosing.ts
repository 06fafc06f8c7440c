// Choosing rows: one by one, from one to another, or all that are listed. By keyboard on a row: X, Shift with an arrow, Ctrl A.

import { isPressed } from '../../../shortcuts.ts'
import { useWatchlist } from '../watchlist-store.ts'
import { listedCoins, useListed } from './listed-store.ts'

/** The last one that was pressed: from there a range is chosen. */
let anchor: string | null = null

const put = (chosen: ReadonlySet<string> | null) => useWatchlist.getState().set({ chosen })
const now = () => useWatchlist.getState().chosen ?? new Set<string>()

/** Begins to choose, or stops. */
export function choose(isOn: boolean): void {
  anchor = null
  put(isOn ? new Set() : null)
}

/** Chooses a row, or gives it back. */
export function toggleRow(coinId: string): void {
  const chosen = new Set(now())
  if (!chosen.delete(coinId)) chosen.add(coinId)
  anchor = coinId
  put(chosen)
}

/** Chooses the rows from the one that was pressed last to this one. */
export function chooseTo(coinId: string): void {
  const ids = listedCoins(useListed.getState()).map(({ id }) => id)
  const [from, to] = [ids.indexOf(anchor ?? coinId), ids.indexOf(coinId)]
  if (from < 0 || to < 0) {
    toggleRow(coinId)
    return
  }
  const range = ids.slice(Math.min(from, to), Math.max(from, to) + 1)
  anchor ??= coinId
  put(new Set([...now(), ...range]))
}

/** Chooses all that are listed. */
export function chooseListed(): void {
  put(new Set(listedCoins(useListed.getState()).map(({ id }) => id)))
}

const rowOf = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('[data-row-opener]')
    ? (target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null)
    : null

/** Follows keys on the list's rows until the answer is called. */
export function followRowKeys(): () => void {
  const onKey = (event: KeyboardEvent) => {
    const { key, target, altKey } = event
    const coinId = rowOf(target)
    const listed = () => listedCoins(useListed.getState()).some(({ id }) => id === coinId)
    if (coinId === null || altKey || !listed()) return
    if (isPressed('chooseAll', event)) {
      event.preventDefault()
      chooseListed()
    } else if (isPressed('chooseRow', event)) {
      event.preventDefault()
      toggleRow(coinId)
    } else if (isPressed('chooseMore', event)) {
      event.preventDefault()
      chooseTo(coinId)
      // The same way as without Shift, whether the next row is drawn or not.
      target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      requestAnimationFrame(() => {
        const next = rowOf(document.activeElement)
        if (next !== null) chooseTo(next)
      })
    } else if (key === 'Escape' && useWatchlist.getState().chosen !== null) {
      event.preventDefault()
      event.stopPropagation()
      choose(false)
    }
  }
  document.addEventListener('keydown', onKey, { capture: true })
  return () => document.removeEventListener('keydown', onKey, { capture: true })
}
