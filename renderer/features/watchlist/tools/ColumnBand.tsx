// Which columns the list shows, in which order and how wide; everything by keyboard, too.

import { AS_DEFINED, COLUMN_WIDTH } from '../../../../shared/list/views.ts'
import { text } from '../../../messages/late/en.ts'
import { changeColumns } from '../../../state/coins/views-actions.ts'
import { useViews } from '../../../state/coins/views-store.ts'
import { Icon } from '../../../ui/pictures/Icon.tsx'
import type { ColumnLayout } from '../../../ui/table/columns.ts'
import { movedBy, shownOrNot, sized } from '../../../ui/table/layout-changes.ts'
import { CHOOSE } from '../coin-columns.tsx'
import { ALL_COLUMNS } from './all-columns.ts'
import styles from './Tools.module.css'

const words = text.list.columns

type Layout = typeof AS_DEFINED.layout

const put = (layout: ColumnLayout | null) => {
  if (layout !== null) void changeColumns({ layout: layout as Layout })
}

/** All columns as they stand: those that the trader has moved first, then the others as they are defined. */
function inOrder<Of extends { id: string }>(columns: readonly Of[], { order }: Layout): Of[] {
  const place = ({ id }: Of) => (order.includes(id) ? order.indexOf(id) : order.length)
  return columns.filter(({ id }) => id !== CHOOSE).toSorted((a, b) => place(a) - place(b))
}

/** The chooser. */
export function ColumnBand() {
  const layout = useViews((state) => state.layout)
  const columns = inOrder(ALL_COLUMNS, layout)
  return (
    <div className={styles['columns']}>
      <ol className={styles['columnList']}>
        {columns.map(({ id, head, hidden, width }, at) => {
          const isShown = layout.visibility[id] ?? hidden !== true
          return (
            <li key={id} className={styles['column']}>
              <label className="check">
                <input
                  type="checkbox"
                  checked={isShown}
                  // The one that names the rows stays.
                  disabled={id === 'coin'}
                  onChange={({ target }) => put(shownOrNot(layout, id, target.checked))}
                />
                <span>{head}</span>
              </label>
              <button
                type="button"
                className="button icon-only"
                aria-label={words.left(head)}
                aria-disabled={at === 0 || undefined}
                onClick={() => put(movedBy(layout, columns, id, -1))}
              >
                <Icon name="up" />
              </button>
              <button
                type="button"
                className="button icon-only"
                aria-label={words.right(head)}
                aria-disabled={at === columns.length - 1 || undefined}
                onClick={() => put(movedBy(layout, columns, id, 1))}
              >
                <Icon name="down" />
              </button>
              <input
                className="input short"
                type="number"
                min={COLUMN_WIDTH.min}
                max={COLUMN_WIDTH.max}
                step={8}
                aria-label={words.width(head)}
                placeholder={typeof width === 'number' ? String(width) : words.auto}
                disabled={width === 'content'}
                // What is half typed would be too narrow at first.
                key={layout.widths[id] ?? 'auto'}
                defaultValue={layout.widths[id] ?? ''}
                onBlur={({ target }) => put(widthIn(target, layout, id))}
                onKeyDown={({ key, currentTarget }) =>
                  key === 'Enter' ? put(widthIn(currentTarget, layout, id)) : undefined
                }
              />
            </li>
          )
        })}
      </ol>
      <div className={styles['columnEnd']}>
        <button type="button" className="button" onClick={() => put(AS_DEFINED.layout)}>
          {words.reset}
        </button>
        <p className="hint">{words.keys}</p>
      </div>
    </div>
  )
}

/** The layout with the width that stands in a field; null where that is what it was. */
function widthIn({ value, valueAsNumber }: HTMLInputElement, layout: Layout, id: string): ColumnLayout | null {
  const { min, max } = COLUMN_WIDTH
  const width = value === '' ? null : Math.round(Math.min(max, Math.max(min, valueAsNumber)))
  return width === (layout.widths[id] ?? null) ? null : sized(layout, id, width)
}
