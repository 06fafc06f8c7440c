// What unfolds below an airdrop: the words of the evidence, and the trader's note.

import type { Airdrop } from '../../../shared/coin.ts'
import { text } from '../../messages/en.ts'
import { saveAirdrop } from '../../state/coins/airdrops-actions.ts'
import { NotesField } from '../../ui/fields/NotesField.tsx'

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

/** Evidence at the left, the note at the right. */
export function AirdropDetails({ airdrop }: { airdrop: Airdrop }) {
  return (
    <div className="unfolded">
      <section aria-label={text.airdrops.evidence}>
        <h2>{text.airdrops.evidence}</h2>
        <Evidence evidence={airdrop.evidence} />
      </section>
      <NotesField
        key={airdrop.coinId}
        label={text.airdrops.noteFor(airdrop.name)}
        note={airdrop.note}
        save={(note) => saveAirdrop({ coinId: airdrop.coinId, note })}
      />
    </div>
  )
}
