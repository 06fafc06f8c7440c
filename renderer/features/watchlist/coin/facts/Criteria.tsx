// The trader's criteria at one coin: met, not met or unknown, by whom and since when.

import { type FormEvent, useEffect, useState } from 'react'
import type { Coin } from '../../../../../shared/coin.ts'
import { CRITERION_VERDICTS, type Criterion, type CriterionMark } from '../../../../../shared/research/criteria.ts'
import { formatDate } from '../../../../format.ts'
import { text } from '../../../../messages/late/en.ts'
import {
  addCriterion,
  loadCriteria,
  markCriterion,
  removeCriterion,
} from '../../../../state/research/criteria-actions.ts'
import { useCriteria } from '../../../../state/research/criteria-store.ts'
import { useUndo } from '../../../../state/undo/undo-store.ts'
import { Field } from '../../../../ui/fields/Field.tsx'
import { Segmented } from '../../../../ui/fields/Segmented.tsx'
import { criterionName } from '../../criteria/criterion-words.ts'

const words = text.criteria
const OPTIONS = CRITERION_VERDICTS.map((value) => ({ value, label: words.verdicts[value] }))

function sayingOf(mark: CriterionMark | undefined): string {
  if (mark === undefined) return words.notMarked
  if (mark.by === 'trader') return words.byYou(mark.at === null ? '' : formatDate(mark.at))
  return mark.at === null ? words.byScore : `${words.byScore}, ${mark.at}`
}

function Line({ coin, criterion }: { coin: Coin; criterion: Criterion }) {
  const { criterionId } = criterion
  const name = criterionName(criterion)
  const mark = coin.criteria.find((each) => each.criterionId === criterionId)
  return (
    <li className="later-fact">
      <p className="later-when">{sayingOf(mark)}</p>
      <div>
        <Segmented
          legend={name}
          options={OPTIONS}
          value={mark?.verdict ?? 'unknown'}
          onChange={(verdict) => void markCriterion(coin.id, criterionId, verdict)}
        />
        <div className="action-row">
          {mark?.by === 'trader' ? (
            <button
              type="button"
              className="text-button"
              aria-label={words.clear(name)}
              onClick={() => void markCriterion(coin.id, criterionId, null)}
            >
              {words.clearShort}
            </button>
          ) : null}
          {criterion.name === null ? null : (
            <button
              type="button"
              className="text-button"
              aria-label={words.remove(name)}
              onClick={() => void removeCriterion(criterionId)}
            >
              {text.common.remove}
            </button>
          )}
        </div>
      </div>
    </li>
  )
}

function Add() {
  const [name, setName] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    if (await addCriterion(name.trim())) setName('')
  }
  return (
    <form className="block" aria-label={words.add} onSubmit={(event) => void submit(event)}>
      <Field label={words.add} hint={words.addHint} value={name} maxLength={80} onChange={setName} />
      <button type="submit" className="button" aria-disabled={name.trim() === ''}>
        {words.addSave}
      </button>
    </form>
  )
}

/** The section. */
export function Criteria({ coin }: { coin: Coin }) {
  const criteria = useCriteria((state) => state.criteria)
  const undone = useUndo((state) => state.undone)
  // What was taken back may have been one of them.
  useEffect(() => void (undone >= 0 && loadCriteria()), [undone])
  return (
    <section className="own" aria-label={words.title}>
      <h3>{words.title}</h3>
      <ul className="later-list">
        {(criteria ?? []).map((criterion) => (
          <Line key={criterion.criterionId} coin={coin} criterion={criterion} />
        ))}
      </ul>
      <Add />
    </section>
  )
}
