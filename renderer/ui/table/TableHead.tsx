// The heads of a table's columns, and how wide they are.

import { text } from '../../messages/en.ts'
import { Icon } from '../pictures/Icon.tsx'
import { classOf } from './DataTableRow.tsx'
import type { ShownColumn } from './use-columns.ts'

/**
 * Gives the widths to the style sheet, which says in which tables they count. Through the element, because a style written
 * into the document's markup is what the page's policy forbids.
 */
function setWidths<Row, Given, Live>({ column, width }: ShownColumn<Row, Given, Live>, head: HTMLElement | null): void {
  for (const [name, pixels] of Object.entries({ '--width': width, '--narrow-width': column.narrowWidth })) {
    if (pixels === undefined) head?.style.removeProperty(name)
    else head?.style.setProperty(name, `${pixels}px`)
  }
}

interface HeadProps<Row, Given, Live> {
  shown: ShownColumn<Row, Given, Live>
  given: Given
  canMove: boolean
}

function Head<Row, Given, Live>({ shown, given, canMove }: HeadProps<Row, Given, Live>) {
  const { column, sort } = shown
  const mark = column.headMark?.(given) ?? null
  // Without a name of its own the head would be called by its mark's words as well, and read out so before each cell.
  const name = mark === null ? undefined : column.head
  const edge = canMove && column.width !== 'content' ? <span className="head-edge" /> : null
  const id = canMove ? column.id : undefined
  if (sort === null) {
    return (
      <th
        scope="col"
        className={classOf(column)}
        data-column={id}
        aria-label={name}
        ref={(head) => setWidths(shown, head)}
      >
        <span className={column.quietHead === true ? 'visually-hidden' : undefined}>{column.head}</span>
        {mark}
        {edge}
      </th>
    )
  }
  return (
    <th
      scope="col"
      className={classOf(column)}
      data-column={id}
      aria-label={name}
      ref={(head) => setWidths(shown, head)}
      aria-sort={sort.direction ?? 'none'}
    >
      <button type="button" className="sort" title={text.coins.sortBy(column.head)} onClick={sort.press}>
        {column.head}
        {sort.direction === null ? null : <Icon name={sort.direction === 'ascending' ? 'up' : 'down'} />}
      </button>
      {mark}
      {edge}
    </th>
  )
}

interface Props<Row, Given, Live> {
  shown: readonly ShownColumn<Row, Given, Live>[]
  given: Given
  windowed: boolean
  canMove: boolean
}

/** One row of heads, which stays in sight. */
export function TableHead<Row, Given, Live>({ shown, given, windowed, canMove }: Props<Row, Given, Live>) {
  return (
    <thead>
      <tr aria-rowindex={windowed ? 1 : undefined}>
        {shown.map((one) => (
          <Head key={one.column.id} shown={one} given={given} canMove={canMove} />
        ))}
      </tr>
    </thead>
  )
}
