// The fields of a movement, as its kind needs them.

import { LEDGER_KINDS } from '../../../../shared/ledger/ledger.ts'
import { text } from '../../../messages/late/en.ts'
import { Combobox } from '../../../ui/fields/Combobox.tsx'
import { Field } from '../../../ui/fields/Field.tsx'
import { optionsOf, Segmented } from '../../../ui/fields/Segmented.tsx'
import { SelectField } from '../../../ui/fields/SelectField.tsx'
import { isMoved, isPriced, type MovementFaults, OTHER, type TypedMovement } from './movement-input.ts'
import { useCoinOptions, usePlaceOptions } from './use-choices.ts'

const words = text.ledger
const OTHER_ASSET = { value: OTHER, label: words.otherAsset }
const OTHER_PLACE = { value: OTHER, label: words.otherPlace }
const KINDS = LEDGER_KINDS.map((value) => ({ value, label: words.kinds[value] }))

interface Props {
  typed: TypedMovement
  faults: MovementFaults
  change: (patch: Partial<TypedMovement>) => void
}

const numeric = { inputMode: 'decimal' } as const

/** A coin of the list, or an asset by its ticker. */
function AssetFields({ typed, faults, change, into }: Props & { into: boolean }) {
  const options = useCoinOptions(OTHER_ASSET)
  const [coin, asset] = into ? (['toCoinId', 'toAsset'] as const) : (['coinId', 'asset'] as const)
  return (
    <>
      <Combobox
        label={into ? words.coinTo : words.coin}
        value={typed[coin]}
        options={options}
        fault={faults[coin]}
        onChange={(next) => change({ [coin]: next })}
      />
      {typed[coin] === OTHER ? (
        <Field
          label={words.asset}
          hint={words.assetHint}
          value={typed[asset]}
          fault={faults[asset]}
          maxLength={40}
          onChange={(next) => change({ [asset]: next })}
        />
      ) : null}
    </>
  )
}

/** A place that is known, or another one by its name. */
function PlaceFields({ typed, faults, change, arrives }: Props & { arrives: boolean }) {
  const options = [...usePlaceOptions(typed.place, typed.toPlace === OTHER ? '' : typed.toPlace), OTHER_PLACE]
  const [place, name] = arrives ? (['toPlace', 'toPlaceName'] as const) : (['place', 'placeName'] as const)
  const label = arrives ? words.placeTo : typed.kind === 'transfer' ? words.placeFrom : words.place
  return (
    <>
      <SelectField
        label={label}
        value={typed[place]}
        options={options.filter(({ value }, at) => options.findIndex((one) => one.value === value) === at)}
        fault={faults[place]}
        onChange={(next) => change({ [place]: next })}
      />
      {typed[place] === OTHER ? (
        <Field
          label={arrives ? `${words.placeTo}: ${words.placeName}` : words.placeName}
          hint={words.placeHint}
          value={typed[name]}
          fault={faults[name]}
          maxLength={64}
          onChange={(next) => change({ [name]: next })}
        />
      ) : null}
    </>
  )
}

function AmountFields({ typed, faults, change }: Props) {
  const moved = isMoved(typed)
  const amount = (
    <Field
      {...numeric}
      label={moved ? words.amountOut : words.amount}
      value={typed.amount}
      fault={faults.amount}
      onChange={(next) => change({ amount: next })}
    />
  )
  return (
    <>
      {typed.kind === 'adjustment' ? (
        <Segmented
          legend={words.change}
          options={optionsOf(words.changeSigns)}
          value={typed.sign}
          onChange={(sign) => change({ sign })}
        />
      ) : null}
      {moved ? (
        <div className="two-fields">
          {amount}
          <Field
            {...numeric}
            label={words.amountIn}
            hint={typed.kind === 'transfer' ? words.amountInHint : undefined}
            value={typed.toAmount}
            fault={faults.toAmount}
            onChange={(toAmount) => change({ toAmount })}
          />
        </div>
      ) : (
        amount
      )}
    </>
  )
}

/** What was paid or got: for one, or for all of it. */
export function PriceFields({ typed, faults, change }: Props) {
  const currency = typed.currency.trim() === '' ? 'USDT' : typed.currency.trim()
  return (
    <>
      <div className="two-fields">
        <Field
          {...numeric}
          label={words.price(currency)}
          hint={words.noPriceHint}
          value={typed.price}
          fault={faults.price}
          onChange={(price) => change({ price })}
        />
        <Field
          {...numeric}
          label={words.totalLabel(currency)}
          hint={words.totalHint}
          value={typed.total}
          fault={faults.total}
          onChange={(total) => change({ total })}
        />
      </div>
      <Field
        label={words.currency}
        value={typed.currency}
        maxLength={40}
        onChange={(next) => change({ currency: next })}
      />
    </>
  )
}

function MomentFields({ typed, faults, change }: Props) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone.replaceAll('_', ' ')
  return (
    <div className="two-fields">
      <Field label={words.day} type="date" value={typed.day} fault={faults.day} onChange={(day) => change({ day })} />
      <Field
        label={words.time}
        type="time"
        step={1}
        hint={words.timeHint(zone)}
        value={typed.time}
        onChange={(time) => change({ time })}
      />
    </div>
  )
}

/** The fields. */
export function MovementFields(props: Props) {
  const { typed, faults, change } = props
  return (
    <>
      <SelectField
        label={words.kind}
        hint={words.kindHelp[typed.kind]}
        value={typed.kind}
        options={KINDS}
        onChange={(kind) => change({ kind })}
      />
      <AssetFields {...props} into={false} />
      {typed.kind === 'migration' ? <AssetFields {...props} into /> : null}
      <AmountFields {...props} />
      {isPriced(typed) ? <PriceFields {...props} /> : null}
      <MomentFields {...props} />
      <PlaceFields {...props} arrives={false} />
      {typed.kind === 'transfer' ? <PlaceFields {...props} arrives /> : null}
      <div className="two-fields">
        <Field
          {...numeric}
          label={words.fee}
          value={typed.fee}
          fault={faults.fee}
          onChange={(fee) => change({ fee })}
        />
        <Field
          label={words.feeAsset}
          value={typed.feeAsset}
          fault={faults.feeAsset}
          maxLength={40}
          onChange={(feeAsset) => change({ feeAsset })}
        />
      </div>
      <Field label={words.note} value={typed.note} maxLength={2_000} onChange={(note) => change({ note })} />
    </>
  )
}
