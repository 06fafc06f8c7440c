// Alerts one below the other: each with its switch, what it was checked by last, and when it was told.

import { useState } from 'react'
import type { Alert } from '../../../../shared/alerts.ts'
import { text } from '../../../messages/late/en.ts'
import { inputOf, removeAlert, saveAlert } from '../../../state/alerts/alerts-actions.ts'
import { coinName, useCoins } from '../../../state/coins/coins-store.ts'
import { Age } from '../../../ui/Age.tsx'
import { Badge } from '../../../ui/Badge.tsx'
import { AlertForm } from './AlertForm.tsx'
import { alertLine } from './alert-words.ts'

const words = text.alerts

interface LineProps {
  alert: Alert
  line: string
  onEdit: () => void
}

function Line({ alert, line, onEdit }: LineProps) {
  const { isOn, repeat, sound, note, toldAt, checked } = alert
  return (
    <div className="alert-line">
      <label className="check">
        <input
          type="checkbox"
          aria-label={words.turnOn(line)}
          checked={isOn}
          onChange={(event) => void saveAlert({ ...inputOf(alert), isOn: event.target.checked })}
        />
        <strong>{line}</strong>
      </label>
      <span className="action-row">
        <Badge>{repeat ? words.repeats : words.once}</Badge>
        {sound ? <Badge>{words.withSound}</Badge> : null}
        <button type="button" className="button quiet" aria-label={words.editOf(line)} data-edit onClick={onEdit}>
          {words.edit}
        </button>
        <button
          type="button"
          className="button quiet"
          aria-label={words.removeOf(line)}
          onClick={() => void removeAlert(alert, { removed: words.removed, undo: text.common.undo })}
        >
          {text.common.remove}
        </button>
      </span>
      <span className="hint">
        {checked === null ? words.notChecked : words.checked(checked.value, checked.source)}{' '}
        {checked === null ? null : <Age at={checked.at} />} · {toldAt === null ? words.toldNever : `${words.told} `}
        {toldAt === null ? null : <Age at={toldAt} />}
        {note === '' ? null : ` · ${note}`}
      </span>
    </div>
  )
}

/** The list; one that is changed has its form in its place. */
export function AlertList({ alerts, isFixed = false }: { alerts: readonly Alert[]; isFixed?: boolean }) {
  const [editing, setEditing] = useState<string | null>(null)
  const coins = useCoins((state) => state.coins)
  return (
    <ul className="alert-lines">
      {alerts.map((alert) => (
        <li key={alert.alertId} data-alert={alert.alertId}>
          {editing === alert.alertId ? (
            <AlertForm
              alert={alert}
              coinId={'coinId' in alert ? (alert.coinId ?? '') : ''}
              isFixed={isFixed}
              onDone={() => {
                setEditing(null)
                const line = `[data-alert="${alert.alertId}"] [data-edit]`
                requestAnimationFrame(() => document.querySelector<HTMLElement>(line)?.focus())
              }}
            />
          ) : (
            <Line
              alert={alert}
              line={alertLine(alert, (coinId) => coinName({ coins }, coinId))}
              onEdit={() => setEditing(alert.alertId)}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
