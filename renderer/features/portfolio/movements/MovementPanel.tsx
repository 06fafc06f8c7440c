// One movement beside the list: a new one, one that can be changed, or one that another says and that stays as it is.

import { type FormEvent, useState } from 'react'
import { totalOf } from '../../../../shared/ledger/amounts.ts'
import type { Movement } from '../../../../shared/ledger/ledger.ts'
import { formatDecimal, formatExact, formatMoment } from '../../../format.ts'
import { text } from '../../../messages/late/en.ts'
import { useClock } from '../../../state/clock-store.ts'
import { removeMovement, saveMovement } from '../../../state/ledger/movements-actions.ts'
import { type OpenMovement, useMovements } from '../../../state/ledger/movements-store.ts'
import { environmentOf, useSession } from '../../../state/session/session-store.ts'
import { Fact, Facts } from '../../../ui/Facts.tsx'
import { Field } from '../../../ui/fields/Field.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { ScreenLink } from '../../../ui/ScreenLink.tsx'
import { MovementFields, PriceFields } from './MovementFields.tsx'
import {
  emptyMovement,
  isPriced,
  type MovementFaults,
  movementOf,
  pricedOf,
  type TypedMovement,
  typedOf,
} from './movement-input.ts'
import { amountOf, ELSEWHERE, signedAmount, sourceOf, useAssetName, usePlaceName } from './movement-words.ts'

const words = text.ledger

const close = () => useMovements.getState().set({ open: null })

/** The form of what the trader enters himself. */
function MovementForm({ movement, begin }: { movement: Movement | null; begin: TypedMovement }) {
  const environment = useSession(environmentOf)
  const [typed, type] = useState(begin)
  const [faults, setFaults] = useState<MovementFaults>({})
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const made = movementOf(typed, movement, environment)
    setFaults('faults' in made ? made.faults : {})
    if ('faults' in made) return
    if ((await saveMovement(made.input)) !== null) close()
  }
  return (
    <form
      className="block"
      aria-label={movement === null ? words.newMovement : words.kinds[movement.kind]}
      onSubmit={(event) => void submit(event)}
    >
      <MovementFields typed={typed} faults={faults} change={(patch) => type((before) => ({ ...before, ...patch }))} />
      <button type="submit" className="button primary">
        {words.save}
      </button>
    </form>
  )
}

/** What a file says stays; its price and the note are the trader's. */
function ImportedForm({ movement }: { movement: Movement }) {
  const [typed, type] = useState(() => typedOf(movement))
  const [faults, setFaults] = useState<MovementFaults>({})
  const change = (patch: Partial<TypedMovement>) => type((before) => ({ ...before, ...patch }))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const made = pricedOf(typed, movement)
    setFaults('faults' in made ? made.faults : {})
    if ('faults' in made) return
    if ((await saveMovement(made.input)) !== null) close()
  }
  return (
    <form className="block" aria-label={words.kinds[movement.kind]} onSubmit={(event) => void submit(event)}>
      {isPriced(typed) ? <PriceFields typed={typed} faults={faults} change={change} /> : null}
      <Field label={words.note} value={typed.note} maxLength={2_000} onChange={(note) => change({ note })} />
      <button type="submit" className="button primary">
        {words.save}
      </button>
    </form>
  )
}

function MovementFacts({ movement }: { movement: Movement }) {
  const { at, asset, price, currency, fee, to, accountId, note } = movement
  const [from, target] = [usePlaceName(accountId), usePlaceName(to?.accountId ?? accountId)]
  const total = totalOf(movement)
  const { column } = words
  return (
    <Facts>
      <Fact name={column.time}>{formatMoment(at)}</Fact>
      <Fact name={column.amount}>{`${amountOf(movement)} ${asset}`}</Fact>
      <Fact name={words.amountIn}>{to === null ? null : `${signedAmount(to.amount, false)} ${to.asset}`}</Fact>
      <Fact name={column.price}>{price === null ? null : `${formatExact(price)} ${currency}`}</Fact>
      <Fact name={column.total}>{total === null ? null : `${formatExact(total)} ${currency}`}</Fact>
      <Fact name={column.fee}>{fee === null ? null : `${formatDecimal(fee.amount)} ${fee.asset}`}</Fact>
      <Fact name={column.place}>{from === target ? from : `${from} → ${target}`}</Fact>
      <Fact name={column.source}>{words.source[sourceOf(movement)]}</Fact>
      <Fact name={words.note}>{note}</Fact>
    </Facts>
  )
}

function Remove({ movement, name }: { movement: Movement; name: string }) {
  if (sourceOf(movement) === 'fill') return null
  const label = words.removeOf(words.kinds[movement.kind], name)
  return (
    <button type="button" className="button" aria-label={label} onClick={() => void removeMovement(movement)}>
      {words.remove}
    </button>
  )
}

function Existing({ movement }: { movement: Movement }) {
  const name = useAssetName(movement)
  const source = sourceOf(movement)
  return (
    <Panel
      title={`${words.kinds[movement.kind]}: ${name}`}
      subject={movement.entryId}
      className="account-panel"
      onClose={close}
    >
      {source === 'fill' || source === 'import' ? (
        <>
          <p className="hint">{words.fixed[source]}</p>
          <MovementFacts movement={movement} />
        </>
      ) : null}
      {source === 'fill' ? (
        <ScreenLink screen="orders" className="button">
          {words.toOrders}
        </ScreenLink>
      ) : source === 'import' ? (
        <ImportedForm key={JSON.stringify(movement)} movement={movement} />
      ) : (
        <MovementForm key={JSON.stringify(movement)} movement={movement} begin={typedOf(movement)} />
      )}
      <Remove movement={movement} name={name} />
    </Panel>
  )
}

function NewMovement({ coinId }: { coinId: string | null }) {
  const [begin] = useState(() => emptyMovement(useClock.getState().now, coinId ?? '', ELSEWHERE))
  return (
    <Panel title={words.newMovement} subject={`new ${coinId}`} className="account-panel" focus="field" onClose={close}>
      <MovementForm movement={null} begin={begin} />
    </Panel>
  )
}

/** The panel; `open` says of which movement. One that is gone from the list closes it. */
export function MovementPanel({ open }: { open: NonNullable<OpenMovement> }) {
  const movement = useMovements((state) =>
    open.kind === 'movement' ? state.movements.value?.find(({ entryId }) => entryId === open.entryId) : undefined,
  )
  if (open.kind === 'new') return <NewMovement key={open.coinId} coinId={open.coinId} />
  return movement === undefined ? null : <Existing movement={movement} />
}
