// Limits of several coins together as they stand, each with what it adds up, and how the portfolio is divided by type.

import { useMemo } from 'react'
import type { KindShare, LimitState, Portfolio } from '../../../../shared/portfolio.ts'
import { formatLimit, formatMoney, formatShare } from '../../../format.ts'
import { text } from '../../../messages/late/en.ts'
import { useCoins } from '../../../state/coins/coins-store.ts'
import { loadRules } from '../../../state/portfolio/portfolio-actions.ts'
import { useRules } from '../../../state/portfolio/rules-store.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { LoadedView } from '../../../ui/LoadedView.tsx'
import { columnsOf } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { Unknown } from '../../../ui/Unknown.tsx'
import { GroupRulesForm } from './GroupRulesForm.tsx'
import { limitName, partName } from './limit-words.ts'

const words = text.limits
const { column } = words

function StateBadge({ state: { rule, broken, share } }: { state: LimitState }) {
  if (broken) {
    return (
      <Badge tone="warn" icon="warn">
        {rule === 'reserve' ? words.short : words.broken}
      </Badge>
    )
  }
  return share === null ? <Unknown why={words.unknown} /> : words.within
}

const LIMITS = columnsOf<LimitState, null>({
  limit: { head: column.limit, rowHeader: true, cell: limitName },
  now: {
    head: column.now,
    align: 'end',
    cell: ({ share }) => (share === null ? <Unknown why={words.unknown} /> : formatShare(share)),
  },
  allowed: {
    head: column.allowed,
    align: 'end',
    cell: ({ rule, limit }) => (rule === 'reserve' ? words.atLeast : words.atMost)(formatLimit(limit)),
  },
  effect: { head: column.effect, givesWay: 3, cell: ({ level }) => words.levels[level] },
  state: { head: column.state, cell: (state) => <StateBadge state={state} /> },
})
const KINDS = columnsOf<KindShare, null>({
  kind: { head: column.kind, rowHeader: true, cell: ({ kind }) => words.kinds[kind] },
  value: { head: column.value, align: 'end', cell: ({ value }) => formatMoney(value) },
  share: {
    head: column.now,
    align: 'end',
    cell: ({ share }) => (share === null ? <Unknown why={text.portfolio.unknown.total} /> : formatShare(share)),
  },
})

const limitKey = ({ rule, subject }: LimitState) => `${rule} ${subject ?? ''}`

/** The parts of a limit, and what they come to of the whole. */
function Arithmetic({ state }: { state: LimitState }) {
  const coins = useCoins()
  const { parts, partCount, value, total, share } = state
  return (
    <details>
      <summary>{words.arithmetic(limitName(state))}</summary>
      <ul>
        {parts.map((part) => (
          <li key={part.coinId ?? part.asset ?? ''}>
            {partName(part, coins)}:{' '}
            <span className="number">
              {part.value === null ? <Unknown why={words.unknown} /> : formatMoney(part.value)}
            </span>
          </li>
        ))}
        {partCount > parts.length ? <li>{words.more(partCount - parts.length)}</li> : null}
      </ul>
      {value === null || total === null || share === null ? null : (
        <p className="number">{words.sum(formatMoney(value), formatMoney(total), formatShare(share))}</p>
      )}
    </details>
  )
}

/** The card. */
export function LimitsCard({ portfolio: { limits, kinds } }: { portfolio: Pick<Portfolio, 'limits' | 'kinds'> }) {
  const rules = useRules((state) => state.rules)
  const groups = useMemo(() => [{ id: 'limits', rows: limits }], [limits])
  const kindGroups = useMemo(() => [{ id: 'kinds', rows: kinds }], [kinds])
  return (
    <section className="card" aria-labelledby="limits-title">
      <h2 id="limits-title">{words.title}</h2>
      <p className="hint">{limits.length === 0 ? words.none : words.help}</p>
      {limits.length === 0 ? null : (
        <DataTable label={words.table} columns={LIMITS} given={null} groups={groups} rowKey={limitKey} />
      )}
      {limits.map((state) => (
        <Arithmetic key={limitKey(state)} state={state} />
      ))}
      {kinds.length === 0 ? null : (
        <DataTable
          label={words.kindTable}
          columns={KINDS}
          given={null}
          groups={kindGroups}
          rowKey={({ kind }) => kind}
        />
      )}
      <details>
        <summary>{words.edit}</summary>
        <LoadedView from={rules} onRetry={() => void loadRules()}>
          {(value) => <GroupRulesForm key={JSON.stringify(value)} rules={value} />}
        </LoadedView>
      </details>
    </section>
  )
}
