// The trader's own part of a coin: note, tags, airdrop progress and whether it counts as early.

import { useId } from 'react'
import { AIRDROP_PROGRESS, type CoinDetail } from '../../../../shared/coin.ts'
import { text } from '../../../messages/late/en.ts'
import { saveNote, saveProgress, saveTags, setEarly } from '../../../state/coins/own-part-actions.ts'
import { NotesField } from '../../../ui/fields/NotesField.tsx'
import { SaveStatus } from '../../../ui/fields/SaveStatus.tsx'
import { SelectField } from '../../../ui/fields/SelectField.tsx'
import { useAutosave } from '../../../ui/fields/use-autosave.ts'
import { EARLY, EarlyField } from './EarlyField.tsx'
import { KindField } from './KindField.tsx'
import { OtherTickers } from './OtherTickers.tsx'

function Tags({ coin }: { coin: CoinDetail }) {
  const id = useId()
  const tags = useAutosave(coin.tags.join(', '), (value) => saveTags(coin.id, value))
  return (
    <div className="field">
      <span className="label-row">
        <label className="label" htmlFor={id}>
          {text.coins.detail.tags}
        </label>
        <SaveStatus state={tags.state} />
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

function Early({ coin }: { coin: CoinDetail }) {
  const { earlyChoice, earlyByEvidence, earlyByTrader } = text.coins.detail
  const { ownCoins, common } = text
  const own = coin.origin === 'own'
  const value = coin.earlySetBy === 'evidence' ? 'evidence' : coin.early ? 'yes' : 'no'
  const found = value === 'evidence' ? `: ${coin.early ? common.yes : common.no}` : ''
  const evidence = own ? ownCoins.earlyByDefault : earlyByEvidence(coin.early)
  return (
    <EarlyField
      value={value}
      words={own ? ownCoins.earlyChoice : { ...earlyChoice, evidence: `${earlyChoice.evidence}${found}` }}
      why={value === 'evidence' ? evidence : earlyByTrader}
      onChange={(next) => void setEarly(coin.id, EARLY[next])}
    />
  )
}

function Progress({ coin }: { coin: CoinDetail }) {
  return (
    <SelectField
      label={text.coins.detail.progress}
      value={coin.airdrop.progress}
      options={AIRDROP_PROGRESS.map((progress) => ({ value: progress, label: text.coins.progress[progress] }))}
      onChange={(progress) => void saveProgress(coin.id, progress)}
    />
  )
}

/** What the trader writes himself; kept on this computer. */
export function OwnPart({ coin }: { coin: CoinDetail }) {
  return (
    <section className="own" aria-label={text.coins.detail.mine}>
      <h3>{text.coins.detail.mine}</h3>
      <NotesField
        label={text.coins.detail.note}
        note={coin.note?.text ?? ''}
        save={(value) => saveNote(coin.id, value)}
      />
      <div className="two-fields">
        <Progress coin={coin} />
        <Tags coin={coin} />
      </div>
      {coin.kind === 'project' ? <Early coin={coin} /> : null}
      {coin.origin === 'own' ? <KindField coin={coin} /> : null}
      <OtherTickers coin={coin} />
    </section>
  )
}
