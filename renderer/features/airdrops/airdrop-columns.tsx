// The columns of the airdrop board: the dated claim, what was found later, and the trader's own work.

import type { Airdrop } from '../../../shared/airdrops/airdrops.ts'
import { text } from '../../messages/late/en.ts'
import { useClock } from '../../state/clock-store.ts'
import { saveAirdrop } from '../../state/coins/airdrops-actions.ts'
import { CustomCoinBadge } from '../../ui/CustomCoinBadge.tsx'
import { optionsOf } from '../../ui/fields/Segmented.tsx'
import { Select } from '../../ui/fields/Select.tsx'
import { columnsOf } from '../../ui/table/columns.ts'
import { RowOpener } from '../../ui/table/RowOpener.tsx'
import { Unknown } from '../../ui/Unknown.tsx'
import { daysUntil, deadlineOf, deadlineParts, isPassed } from './airdrop-status.ts'
import { useAirdropsView } from './airdrops-view-store.ts'

/** The comma is for reading aloud and for copying; on the screen the line break stands for it. */
function FirstLine({ children }: { children: string }) {
  return (
    <span>
      {children}
      <span className="visually-hidden">,</span>
    </span>
  )
}

function Claim({ published, publishedIn }: Airdrop) {
  if (published === null) return <CustomCoinBadge why={text.ownCoins.noClaim} />
  const claim = text.coins.airdropPublished[published]
  if (publishedIn === null) return claim
  return (
    <span className="stacked">
      <FirstLine>{claim}</FirstLine>{' '}
      <span className="muted">{text.airdrops.claimSource(publishedIn.date, publishedIn.publisher)}</span>
    </span>
  )
}

function Now({ now }: Airdrop) {
  if (now === null) return <Unknown why={text.airdrops.nothingFound} />
  return (
    <span className="stacked" title={now.source}>
      <FirstLine>{text.coins.airdropNow[now.state]}</FirstLine>{' '}
      <span className="muted">{text.airdrops.nowAsOf(now.asOf)}</span>
    </span>
  )
}

function Progress({ coinId, name, progress }: Airdrop) {
  return (
    <Select
      label={text.airdrops.progressFor(name)}
      value={progress}
      options={optionsOf(text.coins.progress)}
      onChange={(next) => void saveAirdrop({ coinId, progress: next })}
    />
  )
}

/** The trader's time zone on that day, as it is written: GMT+2. */
function zoneOf(deadline: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZoneName: 'shortOffset' }).formatToParts(new Date(deadline))
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
}

function daysWord(days: number, passed: boolean): string {
  if (passed) return text.airdrops.deadlinePassed
  return days === 0 ? text.airdrops.deadlineToday : text.airdrops.deadlineIn(days)
}

function Deadline({ coinId, name, deadline }: Airdrop) {
  const days = useClock(({ now }) => (deadline === null ? null : daysUntil(deadline, now)))
  const passed = useClock(({ now }) => deadline !== null && isPassed(deadline, now))
  const { day, time } = deadline === null ? { day: '', time: '' } : deadlineParts(deadline)
  const save = (next: string | null) => {
    if (next !== deadline) void saveAirdrop({ coinId, deadline: next })
  }
  return (
    <span className="deadline">
      <input
        className="input"
        type="date"
        aria-label={text.airdrops.deadlineFor(name)}
        // Uncontrolled: a date field reports half-typed dates as empty, which must not wipe what is being typed.
        key={deadline ?? 'none'}
        defaultValue={day}
        onBlur={(event) => save(deadlineOf({ day: event.target.value, time }))}
      />
      {deadline === null ? null : (
        <input
          className="input"
          type="time"
          aria-label={text.airdrops.deadlineTime(name)}
          title={text.airdrops.deadlineTimeHelp}
          key={`time ${deadline}`}
          defaultValue={time}
          onBlur={(event) => save(deadlineOf({ day, time: event.target.value }))}
        />
      )}
      {deadline === null || time === '' ? null : <span className="muted">{zoneOf(deadline)}</span>}
      {days === null ? null : <span className={passed ? 'days passed' : 'days'}>{daysWord(days, passed)}</span>}
    </span>
  )
}

function Opener({ coinId, name }: Airdrop) {
  const expanded = useAirdropsView(({ unfolded }) => unfolded === coinId)
  return (
    <RowOpener
      label={text.airdrops.details(name)}
      expanded={expanded}
      onOpen={() => useAirdropsView.getState().toggle(coinId)}
    >
      {name}
    </RowOpener>
  )
}

const { column } = text.airdrops

export const AIRDROP_COLUMNS = columnsOf<Airdrop, null>({
  coin: { head: column.coin, rowHeader: true, cell: (airdrop) => <Opener {...airdrop} /> },
  claim: { head: column.claim, cell: (airdrop) => <Claim {...airdrop} /> },
  now: { head: column.now, givesWay: 1, cell: (airdrop) => <Now {...airdrop} /> },
  progress: { head: column.progress, cell: (airdrop) => <Progress {...airdrop} /> },
  deadline: { head: column.deadline, cell: (airdrop) => <Deadline {...airdrop} /> },
})
