// Keys that go from row to row: arrows, a page, and to either end. A row that is not drawn yet is drawn first.

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { isPressed } from '../../shortcuts.ts'
import { focusNearby } from '../focus.ts'
import type { RowGroup } from './columns.ts'
import { findRow } from './table-items.ts'

interface Rows<Row> {
  groups: readonly RowGroup<Row>[]
  rowKey: (row: Row) => string
}

/** The place that a key leads to, and in which direction to go on from there; null for a key that leads nowhere. */
export function destinationOf(
  key: string,
  from: number,
  { count, page }: { count: number; page: number },
): { to: number; step: 1 | -1 } | null {
  const last = count - 1
  if (key === 'ArrowDown') return { to: from + 1, step: 1 }
  if (key === 'ArrowUp') return { to: from - 1, step: -1 }
  // From the end of what they reach they lead back to the nearest row that has a button.
  if (key === 'PageDown' || key === 'End') return { to: key === 'End' ? last : Math.min(from + page, last), step: -1 }
  if (key === 'PageUp' || key === 'Home') return { to: key === 'Home' ? 0 : Math.max(from - page, 0), step: 1 }
  return null
}

/** The row at a place among all rows of the table. */
function rowAt<Row>(groups: readonly RowGroup<Row>[], place: number): Row | undefined {
  let left = place
  for (const { rows } of groups) {
    if (left < rows.length) return rows[left]
    left -= rows.length
  }
  return undefined
}

const rowElement = (wrap: Element, key: string) => wrap.querySelector(`[data-row="${CSS.escape(key)}"]`)
const openerIn = (row: Element | null) => row?.querySelector<HTMLElement>('[data-row-opener]') ?? null

/** Rows that a page holds, less one that both pages show. */
function pageOf(wrap: Element): number {
  const row = wrap.querySelector('[data-row]')?.getBoundingClientRect().height ?? 0
  const { top, bottom } = wrap.getBoundingClientRect()
  const height = Math.min(bottom, window.innerHeight) - Math.max(top, 0)
  return row <= 0 ? 1 : Math.max(1, Math.floor(height / row) - 2)
}

/** The place among all rows, group after group. */
function placeAmongAll<Row>({ groups, rowKey }: Rows<Row>, key: string | null): number | null {
  const found = findRow(groups, rowKey, key)
  if (found === null) return null
  return groups.slice(0, found.group).reduce((sum, { rows }) => sum + rows.length, found.at)
}

/** The row that a key leads to from an opener: the button in it, or the key of the row where that is not drawn. */
function nextRow<Row>(table: Element, rows: Rows<Row>, { key, target }: KeyboardEvent): HTMLElement | string | null {
  if (!(target instanceof HTMLElement) || !target.matches('[data-row-opener]')) return null
  const from = placeAmongAll(rows, target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null)
  if (from === null) return null
  const count = rows.groups.reduce((sum, group) => sum + group.rows.length, 0)
  const way = destinationOf(key, from, { count, page: pageOf(table) })
  if (way === null) return null
  for (let to = way.to; to >= 0 && to < count; to += way.step) {
    const row = rowAt(rows.groups, to)
    if (row === undefined) return null
    const element = rowElement(table, rows.rowKey(row))
    if (element === null) return rows.rowKey(row)
    const opener = openerIn(element)
    // A row may have none, as the practice account has.
    if (opener !== null) return opener
  }
  return null
}

/**
 * Moves the focus over the rows of the table in `wrap`. `focused` is the row that had it last, and `goal` the one that gets it
 * as soon as it is drawn.
 */
export function useRowKeys<Row>(
  wrap: RefObject<HTMLElement | null>,
  rows: Rows<Row>,
): { focused: string | null; goal: string | null } {
  const focused = useRef<string | null>(null)
  const [goal, setGoal] = useState<string | null>(null)
  const latest = useRef(rows)
  latest.current = rows

  useEffect(() => {
    const table = wrap.current
    if (table === null) return
    const noted = ({ target }: Event) => {
      const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
      focused.current = row?.dataset['row'] ?? focused.current
    }
    const pressed = (event: KeyboardEvent) => {
      if (!isPressed('rows', event)) return
      const next = nextRow(table, latest.current, event)
      if (next === null) return
      event.preventDefault()
      if (typeof next === 'string') setGoal(next)
      else focusNearby(next)
    }
    table.addEventListener('focusin', noted)
    table.addEventListener('keydown', pressed)
    return () => {
      table.removeEventListener('focusin', noted)
      table.removeEventListener('keydown', pressed)
    }
  }, [wrap])

  useLayoutEffect(() => {
    if (goal === null) return
    const opener = wrap.current === null ? null : openerIn(rowElement(wrap.current, goal))
    if (opener !== null) focusNearby(opener)
    setGoal(null)
  }, [wrap, goal])

  return { focused: focused.current, goal }
}
