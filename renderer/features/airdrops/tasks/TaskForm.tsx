// The fields of a task: a new one, or one that is changed.

import { type FormEvent, useMemo, useState } from 'react'
import {
  type AirdropTask,
  DIFFICULTIES,
  FRICTIONS,
  type Friction,
  TASK_PERIODS,
  type TaskPeriod,
} from '../../../../shared/airdrops/airdrops.ts'
import { text } from '../../../messages/late/en.ts'
import { useCoins } from '../../../state/coins/coins-store.ts'
import { saveTask } from '../../../state/coins/tasks-actions.ts'
import { useTasks } from '../../../state/coins/tasks-store.ts'
import { timeZones } from '../../../time-zones.ts'
import { Combobox } from '../../../ui/fields/Combobox.tsx'
import { Field } from '../../../ui/fields/Field.tsx'
import { optionsOf } from '../../../ui/fields/Segmented.tsx'
import { SelectField } from '../../../ui/fields/SelectField.tsx'

const words = text.airdropTasks
const DIFFICULTY_OPTIONS = [
  { value: 'none', label: words.difficultyNone },
  ...DIFFICULTIES.map((value) => ({ value, label: words.difficulty[value] })),
] as const

interface Typed {
  coinId: string
  title: string
  period: TaskPeriod
  day: string
  time: string
  timeZone: string
  wallet: string
  friction: readonly Friction[]
  difficulty: (typeof DIFFICULTY_OPTIONS)[number]['value']
  remind: string
}

const typedOf = (task: AirdropTask | null, coinId: string, ownZone: string): Typed => ({
  coinId: task?.coinId ?? coinId,
  title: task?.title ?? '',
  period: task?.period ?? 'once',
  day: task?.deadline?.day ?? '',
  time: task?.deadline?.time ?? '',
  timeZone: task?.deadline?.timeZone ?? ownZone,
  wallet: task?.wallet ?? '',
  friction: task?.friction ?? [],
  difficulty: task?.difficulty ?? 'none',
  remind: task === null ? '1440' : String(task.remindMinutes ?? 'none'),
})

/** A reminder that an earlier choice or another program wrote is kept, whatever it is. */
function reminderOptions(remind: string) {
  const known = optionsOf<string>(words.reminders)
  return known.some(({ value }) => value === remind)
    ? known
    : [...known, { value: remind, label: words.minutes(Number(remind)) }]
}

function FrictionField({ value, onChange }: { value: readonly Friction[]; onChange: (next: Friction[]) => void }) {
  return (
    <fieldset className="field">
      <legend className="label">{words.frictionLabel}</legend>
      <div className="action-row">
        {FRICTIONS.map((each) => (
          <label key={each}>
            <input
              type="checkbox"
              checked={value.includes(each)}
              onChange={({ target }) =>
                onChange(target.checked ? [...value, each] : value.filter((one) => one !== each))
              }
            />{' '}
            {words.friction[each]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function DeadlineFields({ typed, change }: { typed: Typed; change: (patch: Partial<Typed>) => void }) {
  const zones = useMemo(timeZones, [])
  return (
    <>
      <div className="two-fields">
        <Field label={words.deadline} type="date" value={typed.day} onChange={(day) => change({ day })} />
        <Field
          label={words.time}
          type="time"
          hint={words.timeHint}
          value={typed.time}
          onChange={(time) => change({ time })}
        />
      </div>
      <div className="two-fields">
        <Combobox
          label={words.zone}
          value={typed.timeZone}
          options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          onChange={(timeZone) => change({ timeZone })}
        />
        <SelectField
          label={words.remind}
          value={typed.remind}
          options={reminderOptions(typed.remind)}
          onChange={(remind) => change({ remind })}
        />
      </div>
    </>
  )
}

/** The form. What could not be saved stays as it was typed. */
export function TaskForm({ task, coinId }: { task: AirdropTask | null; coinId: string }) {
  const coins = useCoins((state) => state.coins.value)
  const [typed, type] = useState(() => typedOf(task, coinId, timeZones()[0] ?? 'UTC'))
  const [fault, setFault] = useState<string | null>(null)
  const change = (patch: Partial<Typed>) => type((before) => ({ ...before, ...patch }))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const { title, period, day, time, timeZone, wallet, friction, difficulty, remind } = typed
    setFault(title.trim() === '' ? words.titleMissing : null)
    if (title.trim() === '') return
    const saved = await saveTask({
      ...(task !== null && { taskId: task.taskId }),
      ...{ coinId: typed.coinId, title: title.trim(), period, friction: [...friction] },
      deadline: day === '' ? null : { day, time: time === '' ? null : time, timeZone },
      wallet: wallet.trim() === '' ? null : wallet.trim(),
      difficulty: difficulty === 'none' ? null : difficulty,
      remindMinutes: remind === 'none' ? null : Number(remind),
    })
    if (saved !== null && task === null) useTasks.getState().set({ open: null })
  }
  return (
    <form
      className="block"
      aria-label={task === null ? words.newTask : words.task}
      onSubmit={(event) => void submit(event)}
    >
      <Field
        label={words.task}
        value={typed.title}
        maxLength={120}
        fault={fault}
        onChange={(title) => change({ title })}
      />
      <div className="two-fields">
        <Combobox
          label={words.coin}
          value={typed.coinId}
          options={(coins ?? []).map((coin) => ({ value: coin.id, label: coin.name }))}
          onChange={(next) => change({ coinId: next })}
        />
        <SelectField
          label={words.period}
          hint={words.periodHint}
          value={typed.period}
          options={TASK_PERIODS.map((value) => ({ value, label: words.periods[value] }))}
          onChange={(period) => change({ period })}
        />
      </div>
      <DeadlineFields typed={typed} change={change} />
      <Field
        label={words.wallet}
        hint={words.walletHint}
        value={typed.wallet}
        maxLength={200}
        onChange={(wallet) => change({ wallet })}
      />
      <FrictionField value={typed.friction} onChange={(friction) => change({ friction })} />
      <SelectField
        label={words.difficultyLabel}
        value={typed.difficulty}
        options={DIFFICULTY_OPTIONS}
        onChange={(difficulty) => change({ difficulty })}
      />
      <button type="submit" className="button primary">
        {words.save}
      </button>
    </form>
  )
}
