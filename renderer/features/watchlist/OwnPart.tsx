// The trader's own part of a coin: note, tags, airdrop progress and whether it counts as early.

import { useId } from 'react'
import { AIRDROP_PROGRESS, type AirdropProgress, type CoinDetail } from '../../../shared/coin.ts'
import { text } from '../../messages/en.ts'
import { SaveMark } from '../../ui/SaveMark.tsx'
import { useAutosave } from '../../ui/use-autosave.ts'
import { saveNote, saveProgress, saveTags, setEarly } from './coins-actions.ts'

function Note({ coin }: { coin: CoinDetail }) {
  const id = useId()
  const note = useAutosave(coin.note?.text ?? '', (value) => saveNote(coin.id, value))
  return (
    <div className="field">
      <span className="label-row">
        <label className="label" htmlFor={id}>
          {text.coins.detail.note}
        </label>
        <SaveMark state={note.state} />
      </span>
      <textarea
        id={id}
        className="input"
        rows={3}
        value={note.value}
        onChange={(event) => note.change(event.target.value)}
        onBlur={note.flush}
      />
    </div>
  )
}

function Tags({ coin }: { coin: CoinDetail }) {
  const id = useId()
  const tags = useAutosave(coin.tags.join(', '), (value) => saveTags(coin.id, value))
  return (
    <div className="field">
      <span className="label-row">
        <label className="label" htmlFor={id}>
          {text.coins.detail.tags}
        </label>
        <SaveMark state={tags.state} />
      </span>
      <input
        id={id}
        className="input"
        value={tags.value}
        placeholder={text.coins.detail.tagsHint}
        autoComplete="off"
        onChange={(event) => tags.change(event.target.value)}
        onBlur={tags.flush}
      />
    </div>
  )
}

const EARLY: Record<string, boolean | null> = { evidence: null, yes: true, no: false }

function Early({ coin }: { coin: CoinDetail }) {
  const id = useId()
  const { detail } = text.coins
  const value = coin.earlySetBy === 'evidence' ? 'evidence' : coin.early ? 'yes' : 'no'
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {detail.early}
      </label>
      <select
        id={id}
        className="input"
        value={value}
        aria-describedby={`${id}-why`}
        onChange={(event) => void setEarly(coin.id, EARLY[event.target.value] ?? null)}
      >
        <option value="evidence">{`${detail.earlyChoice.evidence}${value === 'evidence' ? `: ${coin.early ? text.common.yes : text.common.no}` : ''}`}</option>
        <option value="yes">{detail.earlyChoice.yes}</option>
        <option value="no">{detail.earlyChoice.no}</option>
      </select>
      <p id={`${id}-why`} className="hint">
        {value === 'evidence' ? detail.earlyByEvidence(coin.early) : detail.earlyByTrader} {detail.earlyExplain}
      </p>
    </div>
  )
}

function Progress({ coin }: { coin: CoinDetail }) {
  const id = useId()
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {text.coins.detail.progress}
      </label>
      <select
        id={id}
        className="input"
        value={coin.airdrop.progress}
        onChange={(event) => void saveProgress(coin.id, event.target.value as AirdropProgress)}
      >
        {AIRDROP_PROGRESS.map((progress) => (
          <option key={progress} value={progress}>
            {text.coins.progress[progress]}
          </option>
        ))}
      </select>
    </div>
  )
}

/** What the trader writes himself; kept on this computer. */
export function OwnPart({ coin }: { coin: CoinDetail }) {
  return (
    <section className="own" aria-label={text.coins.detail.mine}>
      <h3>{text.coins.detail.mine}</h3>
      <Note coin={coin} />
      <div className="two-fields">
        <Progress coin={coin} />
        <Tags coin={coin} />
      </div>
      <Early coin={coin} />
    </section>
  )
}
