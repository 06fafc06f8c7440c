// What was imported before, each to be taken back whole.

import { useEffect, useMemo } from 'react'
import type { ImportReport } from '../../../../shared/ledger/imports.ts'
import { formatMoment } from '../../../format.ts'
import { text } from '../../../messages/late/en.ts'
import { loadImports, undoImport } from '../../../state/ledger/imports-actions.ts'
import { useImports } from '../../../state/ledger/imports-store.ts'
import { LoadedView } from '../../../ui/LoadedView.tsx'
import { Question } from '../../../ui/overlay/Question.tsx'
import { columnsOf } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'

const words = text.imports

const COLUMNS = columnsOf<ImportReport, null>({
  at: {
    head: words.column.imported,
    rowHeader: true,
    cell: ({ at }) => <time dateTime={at}>{formatMoment(at)}</time>,
  },
  movements: { head: words.column.movements, align: 'end', cell: ({ movements }) => movements },
  undo: {
    head: words.column.undo,
    quietHead: true,
    align: 'end',
    cell: (report) => (
      <Question
        label={words.undo}
        name={words.undoOf(formatMoment(report.at))}
        help={words.undoHelp(report.movements)}
        yes={words.undo}
        no={text.common.close}
        busy={false}
        onYes={() => void undoImport(report)}
      />
    ),
  },
})

const reportKey = ({ importId }: ImportReport) => importId

function Table({ reports }: { reports: readonly ImportReport[] }) {
  const groups = useMemo(() => [{ id: 'imports', rows: reports }], [reports])
  if (reports.length === 0) return <p className="hint">{words.beforeNone}</p>
  return <DataTable label={words.before} columns={COLUMNS} given={null} groups={groups} rowKey={reportKey} />
}

/** The list. */
export function PastImports() {
  const past = useImports((state) => state.past)
  useEffect(() => void loadImports(), [])
  return (
    <section className="block" aria-label={words.before}>
      <h2>{words.before}</h2>
      <LoadedView from={past} onRetry={() => void loadImports()}>
        {(reports) => <Table reports={reports} />}
      </LoadedView>
    </section>
  )
}
