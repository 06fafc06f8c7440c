// Limits on groups as the trader sets them: a reserve, an account, a narrative, and rules of his own.

import { type FormEvent, useState } from 'react'
import { COIN_KINDS } from '../../../../shared/assets.ts'
import type { Rules } from '../../../../shared/portfolio.ts'
import { text } from '../../../messages/late/en.ts'
import { fromPercent } from '../../../percent.ts'
import { coinName, useCoins } from '../../../state/coins/coins-store.ts'
import { saveRules } from '../../../state/portfolio/portfolio-actions.ts'
import { Combobox } from '../../../ui/fields/Combobox.tsx'
import { Field } from '../../../ui/fields/Field.tsx'
import { optionsOf, Segmented } from '../../../ui/fields/Segmented.tsx'
import { SelectField } from '../../../ui/fields/SelectField.tsx'
import styles from '../Portfolio.module.css'
import { GROUP_RULES, rulesOf, type TypedOwn, type TypedRule, typedOwn, typedRule } from './group-rules.ts'

const words = text.limits

interface ShareProps {
  label: string
  rule: TypedRule
  isChecked: boolean
  onChange: (rule: TypedRule) => void
}

function ShareFields({ label, rule, isChecked, onChange }: ShareProps) {
  const isWrong = isChecked && rule.level !== 'off' && fromPercent(rule.percent) === null
  return (
    <>
      <Segmented
        legend={label}
        options={optionsOf(words.levels)}
        value={rule.level}
        onChange={(level) => onChange({ ...rule, level })}
      />
      {rule.level === 'off' ? null : (
        <Field
          label={`${label}: ${words.percent}`}
          inputMode="decimal"
          value={rule.percent}
          fault={isWrong ? words.percentInvalid : null}
          onChange={(percent) => onChange({ ...rule, percent })}
        />
      )}
    </>
  )
}

interface OwnProps {
  own: TypedOwn
  isChecked: boolean
  onChange: (own: TypedOwn) => void
  onRemove: () => void
}

function CoinsField({ own, isChecked, onChange }: Omit<OwnProps, 'onRemove'>) {
  const coins = useCoins()
  const { coinIds } = own
  const options = (coins.coins.value ?? []).filter(({ id }) => !coinIds.includes(id))
  return (
    <>
      {coinIds.map((coinId) => (
        <button
          key={coinId}
          type="button"
          className="button"
          aria-label={words.remove(coinName(coins, coinId))}
          onClick={() => onChange({ ...own, coinIds: coinIds.filter((each) => each !== coinId) })}
        >
          {coinName(coins, coinId)} ×
        </button>
      ))}
      <Combobox
        label={words.addCoin}
        value=""
        options={options.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(coinId) => onChange({ ...own, coinIds: [...coinIds, coinId] })}
        fault={isChecked && coinIds.length === 0 ? words.coinsMissing : undefined}
      />
    </>
  )
}

function OwnFields({ own, isChecked, onChange, onRemove }: OwnProps) {
  const name = own.name.trim() === '' ? words.groups.own : own.name
  const kinds = COIN_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))
  return (
    <fieldset className="rule">
      <legend className="label">{name}</legend>
      <div className={styles['line']}>
        <Field
          label={words.ownName}
          value={own.name}
          fault={isChecked && own.name.trim() === '' ? words.ownNameMissing : null}
          onChange={(next) => onChange({ ...own, name: next })}
        />
        <Segmented
          legend={words.scope}
          options={optionsOf(words.scopes)}
          value={own.by}
          onChange={(by) => onChange({ ...own, by })}
        />
        {own.by === 'coins' ? <CoinsField own={own} isChecked={isChecked} onChange={onChange} /> : null}
        {own.by === 'tag' ? (
          <Field
            label={words.tag}
            value={own.tag}
            fault={isChecked && own.tag.trim() === '' ? words.tagMissing : null}
            onChange={(tag) => onChange({ ...own, tag })}
          />
        ) : null}
        {own.by === 'kind' ? (
          <SelectField
            label={words.kind}
            value={own.kind}
            options={kinds}
            onChange={(kind) => onChange({ ...own, kind })}
          />
        ) : null}
      </div>
      <div className={styles['line']}>
        <ShareFields
          label={words.level}
          rule={own}
          isChecked={isChecked}
          onChange={(rule) => onChange({ ...own, ...rule })}
        />
        <button type="button" className="button" aria-label={words.remove(name)} onClick={onRemove}>
          {text.common.remove}
        </button>
      </div>
    </fieldset>
  )
}

const NEW: Omit<TypedOwn, 'key'> = {
  ...{ ruleId: '', name: '', by: 'coins', coinIds: [], tag: '', kind: 'major', level: 'block', percent: '' },
}

/** The form. What could not be saved stays as it was typed. */
export function GroupRulesForm({ rules }: { rules: Rules }) {
  const [groups, setGroups] = useState({
    ...{ reserve: typedRule(rules.reserve), place: typedRule(rules.place), narrative: typedRule(rules.narrative) },
  })
  const [own, setOwn] = useState<readonly TypedOwn[]>(() => (rules.own ?? []).map(typedOwn))
  const [isChecked, check] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    check(true)
    const input = rulesOf(rules, groups, own)
    if (input !== null) void saveRules(input)
  }
  return (
    <form className="stack" aria-label={words.edit} onSubmit={submit}>
      {GROUP_RULES.map((name) => (
        <div key={name} className={styles['line']}>
          <ShareFields
            label={words.groups[name]}
            rule={groups[name]}
            isChecked={isChecked}
            onChange={(rule) => setGroups({ ...groups, [name]: rule })}
          />
        </div>
      ))}
      {own.map((each, at) => (
        <OwnFields
          key={each.key}
          own={each}
          isChecked={isChecked}
          onChange={(next) => setOwn(own.with(at, next))}
          onRemove={() => setOwn(own.toSpliced(at, 1))}
        />
      ))}
      <div className={styles['line']}>
        <button
          type="button"
          className="button"
          onClick={() => setOwn([...own, { ...NEW, key: `new ${own.length} ${Date.now()}` }])}
        >
          {words.addOwn}
        </button>
        <button type="submit" className="button primary">
          {words.save}
        </button>
      </div>
    </form>
  )
}
