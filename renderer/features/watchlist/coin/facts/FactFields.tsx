// The fields of one kind of fact.

import type { ReactNode } from 'react'
import { LISTING_STAGES, PUBLISHED_AIRDROPS } from '../../../../../shared/coin.ts'
import { LINK_PLACES } from '../../../../../shared/research/coin-facts.ts'
import { text } from '../../../../messages/late/en.ts'
import { useCoins } from '../../../../state/coins/coins-store.ts'
import { Combobox } from '../../../../ui/fields/Combobox.tsx'
import { Field } from '../../../../ui/fields/Field.tsx'
import { SelectField } from '../../../../ui/fields/SelectField.tsx'
import { CheckedLink } from '../../../../ui/links/CheckedLink.tsx'
import type { FactFaults, FactForm } from './fact-input.ts'

const words = text.research

interface Props {
  coinId: string
  form: FactForm
  faults: FactFaults
  change: (patch: Partial<FactForm>) => void
}

function Official({ form, change }: Pick<Props, 'form' | 'change'>) {
  return (
    <div className="field">
      <label className="label">
        <input
          type="checkbox"
          checked={form.official}
          onChange={({ target }) => change({ official: target.checked })}
        />{' '}
        {words.official}
      </label>
      <p className="hint">{words.officialHint}</p>
    </div>
  )
}

function ListedCoin({ form, change, coinId }: Pick<Props, 'form' | 'change' | 'coinId'>) {
  const coins = useCoins((state) => state.coins.value) ?? []
  const others = coins.filter(({ id }) => id !== coinId)
  return (
    <Combobox
      label={words.field.coin}
      value={form.coinId}
      options={[
        { value: '', label: words.field.coinNone },
        ...others.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(id) => {
        const name = coins.find((coin) => coin.id === id)?.name
        change({ coinId: id, ...(name !== undefined && { name }) })
      }}
    />
  )
}

/** Those of the kind that the form has. */
export function FactFields({ coinId, form, faults, change }: Props) {
  const field = (name: keyof FactForm & keyof typeof words.field, more: Record<string, unknown> = {}) => (
    <Field
      label={words.field[name]}
      value={String(form[name])}
      fault={faults[name] ?? null}
      onChange={(value) => change({ [name]: value })}
      {...more}
    />
  )
  const pair = (one: ReactNode, other: ReactNode) => (
    <div className="two-fields">
      {one}
      {other}
    </div>
  )
  switch (form.kind) {
    case 'link':
      return (
        <>
          {pair(
            <SelectField
              label={words.field.place}
              value={form.place}
              options={LINK_PLACES.map((value) => ({ value, label: words.places[value] }))}
              onChange={(place) => change({ place })}
            />,
            field('url', { maxLength: 2_000, autoCapitalize: 'none' }),
          )}
          {form.url.trim() === '' || form.official ? null : (
            <p>
              <CheckedLink coinId={coinId} link={form.url.trim()} />
            </p>
          )}
          <Official form={form} change={change} />
        </>
      )
    case 'contract':
      return (
        <>
          {pair(field('chain', { maxLength: 40 }), field('address', { maxLength: 120, autoCapitalize: 'none' }))}
          <Official form={form} change={change} />
        </>
      )
    case 'stage':
      return pair(
        <Field
          label={words.field.exchange}
          hint={words.optional}
          value={form.venue}
          maxLength={80}
          onChange={(venue) => change({ venue })}
        />,
        <SelectField
          label={words.field.stage}
          value={form.stage}
          options={LISTING_STAGES.map((value) => ({ value, label: text.coins.stage[value] }))}
          onChange={(stage) => change({ stage })}
        />,
      )
    case 'score':
      return (
        <>
          <Field
            label={words.field.scoreName}
            value={form.name}
            maxLength={80}
            fault={faults.name ?? null}
            onChange={(name) => change({ name })}
          />
          {pair(field('value', { inputMode: 'decimal' }), field('outOf', { inputMode: 'decimal' }))}
        </>
      )
    case 'airdrop':
      return (
        <SelectField
          label={words.field.claim}
          value={form.claim}
          options={PUBLISHED_AIRDROPS.map((value) => ({ value, label: text.coins.airdropPublished[value] }))}
          onChange={(claim) => change({ claim })}
        />
      )
    case 'backer':
      return pair(field('name', { maxLength: 80 }), field('role', { maxLength: 80, hint: words.optional }))
    case 'comparable':
      return pair(<ListedCoin form={form} change={change} coinId={coinId} />, field('name', { maxLength: 80 }))
    case 'price':
      return pair(field('price', { inputMode: 'decimal' }), field('currency', { maxLength: 10 }))
    default:
      return field('text', { maxLength: 400 })
  }
}
