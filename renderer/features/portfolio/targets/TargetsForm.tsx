// The targets as the trader sets them: coins and narratives with their shares, and how much drift is left alone.

import { type FormEvent, useMemo, useState } from 'react'
import type { Target, Targets } from '../../../../shared/ledger/targets.ts'
import { text } from '../../../messages/late/en.ts'
import { fromPercent, toPercent } from '../../../percent.ts'
import { coinName, useCoins } from '../../../state/coins/coins-store.ts'
import { saveTargets } from '../../../state/portfolio/targets-actions.ts'
import { Combobox } from '../../../ui/fields/Combobox.tsx'
import { Field } from '../../../ui/fields/Field.tsx'
import { optionsOf, Segmented } from '../../../ui/fields/Segmented.tsx'
import styles from '../Portfolio.module.css'

const words = text.targets

interface Line {
  kind: 'coin' | 'narrative'
  name: string
  percent: string
}

const lineOf = (target: Target): Line =>
  'coinId' in target
    ? { kind: 'coin', name: target.coinId, percent: toPercent(target.share) }
    : { kind: 'narrative', name: target.narrative, percent: toPercent(target.share) }

/** What is stored of the lines; null where a share is none. */
export function targetsOf(lines: readonly Line[]): Target[] | null {
  const found = lines.map(({ kind, name, percent }): Target | null => {
    const share = fromPercent(percent)
    if (share === null) return null
    return kind === 'coin' ? { coinId: name, share } : { narrative: name, share }
  })
  return found.every((target) => target !== null) ? found : null
}

function AddTarget({ lines, add }: { lines: readonly Line[]; add: (line: Line) => void }) {
  const coins = useCoins((state) => state.coins.value)
  const [kind, choose] = useState<Line['kind']>('coin')
  const options = useMemo(() => {
    const all = coins ?? []
    const of = (name: string, label: string) => ({ value: name, label })
    if (kind === 'coin') return all.map((coin) => of(coin.id, coin.name))
    return [...new Set(all.flatMap(({ narratives }) => narratives))].toSorted().map((name) => of(name, name))
  }, [coins, kind])
  const [name, pick] = useState('')
  const free = options.filter(({ value }) => !lines.some((line) => line.kind === kind && line.name === value))
  const chosen = free.some(({ value }) => value === name) ? name : (free[0]?.value ?? '')
  return (
    <div className={styles['line']}>
      <Segmented legend={words.kind} options={optionsOf(words.kinds)} value={kind} onChange={choose} />
      <Combobox label={words[kind]} value={chosen} options={free} onChange={pick} />
      <button
        type="button"
        className="button"
        onClick={() => {
          if (chosen !== '') add({ kind, name: chosen, percent: '' })
        }}
      >
        {words.add}
      </button>
    </div>
  )
}

/** The form. What could not be saved stays as it was typed. */
export function TargetsForm({ targets }: { targets: Targets }) {
  const coins = useCoins()
  const [lines, setLines] = useState<readonly Line[]>(() => targets.items.map(lineOf))
  const [band, setBand] = useState(() => toPercent(targets.band))
  const [isChecked, check] = useState(false)
  const fault = (percent: string) => (isChecked && fromPercent(percent) === null ? words.percentInvalid : null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    check(true)
    const [items, share] = [targetsOf(lines), fromPercent(band)]
    if (items !== null && share !== null) void saveTargets(items, share)
  }
  return (
    <form className="stack" aria-label={words.edit} onSubmit={submit}>
      {lines.map(({ kind, name, percent }, at) => {
        const shown = kind === 'coin' ? coinName(coins, name) : name
        return (
          <div key={`${kind} ${name}`} className={styles['line']}>
            <Field
              label={`${shown}: ${words.percent}`}
              inputMode="decimal"
              value={percent}
              fault={fault(percent)}
              onChange={(next) => setLines(lines.with(at, { kind, name, percent: next }))}
            />
            <button
              type="button"
              className="button"
              aria-label={words.remove(shown)}
              onClick={() => setLines(lines.toSpliced(at, 1))}
            >
              {text.common.remove}
            </button>
          </div>
        )
      })}
      <AddTarget lines={lines} add={(line) => setLines([...lines, line])} />
      <div className={styles['line']}>
        <Field label={words.band} inputMode="decimal" value={band} fault={fault(band)} onChange={setBand} />
        <button type="submit" className="button primary">
          {words.save}
        </button>
      </div>
    </form>
  )
}
