// The calendar: one file now, or a feed that calendar programs read again and again.

import { useEffect } from 'react'
import { text } from '../../../messages/late/en.ts'
import { exportCalendar, loadFeed, setFeed } from '../../../state/coins/tasks-actions.ts'
import { useTasks } from '../../../state/coins/tasks-store.ts'

const words = text.airdropTasks

/** The card. */
export function CalendarCard() {
  const feed = useTasks((state) => state.feed)
  useEffect(() => void loadFeed(), [])
  return (
    <section className="card" aria-labelledby="calendar-title">
      <h2 id="calendar-title">{words.calendar}</h2>
      <p className="hint">{words.calendarHelp}</p>
      <div className="action-row">
        <button type="button" className="button" onClick={() => void exportCalendar()}>
          {words.export}
        </button>
        <label>
          <input type="checkbox" checked={feed !== null} onChange={({ target }) => void setFeed(target.checked)} />{' '}
          {words.feed}
        </label>
      </div>
      {feed === null ? null : <p>{words.feedAt(feed)}</p>}
    </section>
  )
}
