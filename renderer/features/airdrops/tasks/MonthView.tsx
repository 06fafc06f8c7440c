// Deadlines as a month: a table of days that arrows walk, and below it what is due on the day that has the focus.

import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { AirdropTask } from '../../../../shared/airdrops/airdrops.ts'
import { formatDay, formatMonth, formatWeekday, formatZonedMoment } from '../../../format.ts'
import { text } from '../../../messages/late/en.ts'
import { useClock } from '../../../state/clock-store.ts'
import { useAirdrops } from '../../../state/coins/airdrops-store.ts'
import { useTasks } from '../../../state/coins/tasks-store.ts'
import { useAirdropsView } from '../airdrops-view-store.ts'
import styles from './Month.module.css'
import { type DueEntry, dateOf, dayByKey, dayOf, dueByDay, shifted, weeksOf } from './month.ts'

const words = text.airdropTasks.month
/** More do not fit into a cell; the day's list has them all. */
const IN_CELL = 3

const nameOf = ({ title, coinName }: DueEntry) =>
  title === '' ? words.airdrop(coinName) : words.entry(title, coinName)
const spoken = (day: string) => formatDay(`${day}T12:00:00`)

function open({ taskId, coinId }: DueEntry): void {
  if (taskId !== null) useTasks.getState().set({ open: { kind: 'task', taskId } })
  else useAirdropsView.setState({ unfolded: coinId })
}

/** What is due on a day, each with a way to it. */
function DayList({ day, entries }: { day: string; entries: readonly DueEntry[] }) {
  return (
    <section aria-label={words.dueOn(spoken(day))}>
      <h3>{spoken(day)}</h3>
      {entries.length === 0 ? (
        <p className="muted">{words.none}</p>
      ) : (
        <ul className={styles['due']}>
          {entries.map((entry) => (
            <li key={entry.key}>
              <button type="button" className="text-button" onClick={() => open(entry)}>
                {nameOf(entry)}
              </button>{' '}
              <span className="muted">{entry.at.includes('T') ? formatZonedMoment(entry.at) : words.allDay}</span>{' '}
              {entry.isMissed ? <strong>{words.missed}</strong> : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Cell({ day, entries }: { day: string; entries: readonly DueEntry[] }) {
  return (
    <>
      <span className="visually-hidden">{words.day(spoken(day), entries.length)}</span>
      <span className={styles['date']} aria-hidden="true">
        {Number(day.slice(8))}
      </span>
      {entries.slice(0, IN_CELL).map((entry) => (
        <span key={entry.key} className={styles['entry']} aria-hidden="true">
          {nameOf(entry)}
        </span>
      ))}
      {entries.length <= IN_CELL ? null : (
        <span className="muted" aria-hidden="true">
          {words.more(entries.length - IN_CELL)}
        </span>
      )}
    </>
  )
}

/** The view. */
export function MonthView({ tasks }: { tasks: readonly AirdropTask[] }) {
  const airdrops = useAirdrops((state) => state.airdrops.value)
  const today = useClock(({ now }) => dayOf(new Date(now)))
  const [day, setDay] = useState(today)
  const isMoved = useRef(false)
  const id = useId()
  const due = useMemo(() => dueByDay(tasks, airdrops ?? []), [tasks, airdrops])
  useEffect(() => {
    if (isMoved.current) document.getElementById(`${id}${day}`)?.focus()
    isMoved.current = false
  }, [id, day])
  const onKeyDown = (event: KeyboardEvent) => {
    const next = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey ? null : dayByKey(day, event.key)
    if (next === null) return
    event.preventDefault()
    isMoved.current = true
    setDay(next)
  }
  const weeks = weeksOf(day)
  const title = formatMonth(dateOf(day))
  const step = (months: number) => setDay(shifted(`${day.slice(0, 7)}-01`, { months }))
  return (
    <div className="stack">
      <div className="action-row">
        <h3 aria-live="polite">{title}</h3>
        <button type="button" className="button" onClick={() => step(-1)}>
          {words.previous}
        </button>
        <button type="button" className="button" onClick={() => setDay(today)}>
          {words.today}
        </button>
        <button type="button" className="button" onClick={() => step(1)}>
          {words.next}
        </button>
      </div>
      <table className={styles['month']} aria-label={words.label(title)}>
        <thead>
          <tr>
            {(weeks[0] ?? []).map((each) => (
              <th key={each} scope="col">
                {formatWeekday(dateOf(each))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((each) => {
                const entries = due.get(each) ?? []
                return (
                  <td key={each} data-other={each.slice(0, 7) === day.slice(0, 7) ? undefined : ''}>
                    <button
                      type="button"
                      id={`${id}${each}`}
                      className={styles['day']}
                      tabIndex={each === day ? 0 : -1}
                      aria-pressed={each === day}
                      aria-current={each === today ? 'date' : undefined}
                      onClick={() => setDay(each)}
                      onKeyDown={onKeyDown}
                    >
                      <Cell day={each} entries={entries} />
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <DayList day={day} entries={due.get(day) ?? []} />
    </div>
  )
}
