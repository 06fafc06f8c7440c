// The rows of a file as the movements that they become.

import type { ImportPreview } from '../../../../shared/ledger/imports.ts'
import { text } from '../../../messages/late/en.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { type ColumnSpec, columnsOf } from '../../../ui/table/columns.ts'
import { MOVEMENT_COLUMNS } from '../movements/movement-columns.tsx'

export type PreviewRow = ImportPreview['movements'][number]

/** A column of the movements over what a preview has of one. */
function ofMovement(id: string, cell?: ColumnSpec<PreviewRow, null>['cell']): ColumnSpec<PreviewRow, null> {
  const column = MOVEMENT_COLUMNS.find((one) => one.id === id)
  if (column === undefined) throw new Error(`no column ${id}`)
  const { head, align, width, givesWay } = column
  return {
    head,
    ...(align !== undefined && { align }),
    ...(width !== undefined && { width }),
    ...(givesWay !== undefined && { givesWay }),
    cell: cell ?? (({ movement }) => column.cell(movement, null)),
  }
}

export const PREVIEW_COLUMNS = columnsOf<PreviewRow, null>({
  lines: {
    head: text.imports.column.lines,
    rowHeader: true,
    width: 90,
    cell: ({ lines }) => lines.join(', '),
  },
  time: ofMovement('time'),
  kind: ofMovement('kind', ({ movement: { kind } }) => text.ledger.kinds[kind]),
  coin: ofMovement('coin'),
  amount: ofMovement('amount'),
  price: ofMovement('price'),
  total: ofMovement('total'),
  fee: ofMovement('fee'),
  state: {
    head: text.imports.column.state,
    width: 130,
    cell: ({ isKnown }) =>
      isKnown ? (
        <span className="muted">{text.imports.knownRow}</span>
      ) : (
        <Badge icon="check">{text.imports.newRow}</Badge>
      ),
  },
})
