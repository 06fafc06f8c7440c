// Everything that happened to what the trader owns, newest first, chosen by coin, kind and place.

import { useEffect, useMemo } from 'react'
import { LEDGER_KINDS, type LedgerKind, type Movement } from '../../../../shared/ledger/ledger.ts'
import { text } from '../../../messages/late/en.ts'
import {
  chooseMovements,
  followMovements,
  loadMoreMovements,
  loadMovements,
  showMovementsOf,
} from '../../../state/ledger/movements-actions.ts'
import { NO_CHOICE, useMovements } from '../../../state/ledger/movements-store.ts'
import { environmentOf, useSession } from '../../../state/session/session-store.ts'
import { Combobox } from '../../../ui/fields/Combobox.tsx'
import { SelectField } from '../../../ui/fields/SelectField.tsx'
import { LoadedView } from '../../../ui/LoadedView.tsx'
import { EmptyState } from '../../../ui/StateView.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import styles from '../Portfolio.module.css'
import { TransfersCard } from '../transfers/TransfersCard.tsx'
import { MOVEMENT_COLUMNS } from './movement-columns.tsx'
import { anyCoin, useCoinOptions, usePlaceOptions } from './use-choices.ts'

const words = text.ledger
const KINDS: { value: LedgerKind | ''; label: string }[] = [
  { value: '', label: words.allKinds },
  ...LEDGER_KINDS.map((value) => ({ value, label: words.kinds[value] })),
]
const movementKey = ({ entryId }: Movement) => entryId

const openNew = () => {
  const { coinId, set } = useMovements.getState()
  set({ open: { kind: 'new', coinId: coinId === '' ? null : coinId } })
}

function Filter() {
  const coinId = useMovements((state) => state.coinId)
  const kind = useMovements((state) => state.kind)
  const accountId = useMovements((state) => state.accountId)
  const coins = useCoinOptions(anyCoin)
  const places = [{ value: '', label: words.allPlaces }, ...usePlaceOptions(accountId)]
  return (
    <search className={styles['filter']} aria-label={words.filter}>
      <Combobox
        label={words.coin}
        value={coinId}
        options={coins}
        onChange={(next) => void chooseMovements({ coinId: next })}
      />
      <SelectField
        label={words.kind}
        value={kind}
        options={KINDS}
        onChange={(next) => void chooseMovements({ kind: next })}
      />
      <SelectField
        label={words.place}
        value={accountId}
        options={places}
        onChange={(next) => void chooseMovements({ accountId: next })}
      />
      <button type="button" className="button primary" onClick={openNew}>
        {words.add}
      </button>
    </search>
  )
}

function Table({ movements }: { movements: readonly Movement[] }) {
  const open = useMovements((state) => state.open)
  const isChosen = useMovements(({ coinId, kind, accountId }) => `${coinId}${kind}${accountId}` !== '')
  const groups = useMemo(() => [{ id: 'movements', rows: movements }], [movements])
  if (movements.length === 0) {
    return isChosen ? (
      <EmptyState title={words.noneFound} help={words.noneFoundHelp}>
        <button type="button" className="button" onClick={() => void chooseMovements(NO_CHOICE)}>
          {words.showAll}
        </button>
      </EmptyState>
    ) : (
      <EmptyState title={words.empty} help={words.emptyHelp}>
        <button type="button" className="button" onClick={openNew}>
          {words.add}
        </button>
      </EmptyState>
    )
  }
  return (
    <DataTable
      label={words.table}
      columns={MOVEMENT_COLUMNS}
      given={null}
      groups={groups}
      rowKey={movementKey}
      currentKey={open?.kind === 'movement' ? open.entryId : null}
    />
  )
}

/** The view. */
export function MovementsView() {
  const movements = useMovements((state) => state.movements)
  const next = useMovements((state) => state.next)
  const environment = useSession(environmentOf)
  useEffect(() => void showMovementsOf(environment), [environment])
  useEffect(followMovements, [])
  return (
    <>
      <Filter />
      <TransfersCard key={environment} />
      <LoadedView from={movements} onRetry={() => void loadMovements()}>
        {(list) => <Table movements={list} />}
      </LoadedView>
      {next === null ? null : (
        <button type="button" className="button" onClick={() => void loadMoreMovements()}>
          {words.loadMore}
        </button>
      )}
    </>
  )
}
