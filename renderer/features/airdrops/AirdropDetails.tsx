// What unfolds below an airdrop: the words of the evidence, and the trader's note.

import type { Airdrop } from '../../../shared/airdrops/airdrops.ts'
import { text } from '../../messages/late/en.ts'
import { saveAirdrop } from '../../state/coins/airdrops-actions.ts'
import { takeOffBoard } from '../../state/coins/tasks-actions.ts'
import { useTasks } from '../../state/coins/tasks-store.ts'
import { useUndo } from '../../state/undo/undo-store.ts'
import { NotesField } from '../../ui/fields/NotesField.tsx'
import { ClaimForm } from './ClaimForm.tsx'
import { OutlookForm } from './OutlookForm.tsx'

function Evidence({ evidence }: Pick<Airdrop, 'evidence'>) {
  if (evidence.length === 0) return <p className="muted">{text.airdrops.evidenceNone}</p>
  return (
    <ul className="later-list">
      {evidence.map(({ fact, date, source }) => (
        <li key={`${date ?? ''} ${fact}`} className="later-fact">
          <p className="later-when">
            {date === null ? text.airdrops.evidenceUndated : <time dateTime={date}>{date}</time>}
          </p>
          <div>
            <p>{fact}</p>
            <p className="source">{source}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}

function Tools({ airdrop: { coinId, name, published, tasks, claims } }: { airdrop: Airdrop }) {
  const isRemovable = published === null && tasks.open + tasks.done + tasks.missed + claims.length === 0
  return (
    <div className="action-row">
      <button
        type="button"
        className="button"
        onClick={() => useTasks.getState().set({ open: { kind: 'new', coinId } })}
      >
        {text.airdropTasks.addTo(name)}
      </button>
      {isRemovable ? (
        <button type="button" className="button" onClick={() => void takeOffBoard(coinId, name)}>
          {text.airdropTasks.takeOff}
        </button>
      ) : null}
    </div>
  )
}

/** Evidence and what the project says at the left; note, tasks and claims at the right. */
export function AirdropDetails({ airdrop }: { airdrop: Airdrop }) {
  const undone = useUndo((state) => state.undone)
  return (
    <div className="unfolded">
      <section aria-label={text.airdrops.evidence}>
        <h2>{text.airdrops.evidence}</h2>
        <Evidence evidence={airdrop.evidence} />
        <OutlookForm key={`${airdrop.coinId} ${undone}`} airdrop={airdrop} />
      </section>
      <div className="stack">
        <NotesField
          key={`${airdrop.coinId} ${undone}`}
          label={text.airdrops.noteFor(airdrop.name)}
          note={airdrop.note}
          save={(note) => saveAirdrop({ coinId: airdrop.coinId, note })}
        />
        <Tools airdrop={airdrop} />
        <ClaimForm key={`claim ${airdrop.coinId}`} airdrop={airdrop} />
      </div>
    </div>
  )
}
