// What unfolds below an airdrop: the words of the evidence, and the trader's note.

import { useId } from 'react'
import type { Airdrop } from '../../../shared/coin.ts'
import { text } from '../../messages/en.ts'
import { SaveMark } from '../../ui/SaveMark.tsx'
import { useAutosave } from '../../ui/use-autosave.ts'
import { saveAirdrop } from './airdrops-actions.ts'

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

function Note({ coinId, name, note }: Airdrop) {
  const id = useId()
  const saved = useAutosave(note, (value) => saveAirdrop({ coinId, note: value }))
  return (
    <div className="field">
      <span className="label-row">
        <label className="label" htmlFor={id}>
          {text.airdrops.noteFor(name)}
        </label>
        <SaveMark state={saved.state} />
      </span>
      <textarea
        id={id}
        className="input"
        rows={3}
        value={saved.value}
        onChange={(event) => saved.change(event.target.value)}
        onBlur={saved.flush}
      />
    </div>
  )
}

/** Evidence at the left, the note at the right. */
export function AirdropDetails({ airdrop }: { airdrop: Airdrop }) {
  return (
    <div className="unfolded">
      <section aria-label={text.airdrops.evidence}>
        <h3>{text.airdrops.evidence}</h3>
        <Evidence evidence={airdrop.evidence} />
      </section>
      <Note key={airdrop.coinId} {...airdrop} />
    </div>
  )
}
