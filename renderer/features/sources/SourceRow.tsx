// One source in the list: its switch, how it is, and what else is to be known of it behind a button.

import { useId, useState } from 'react'
import type { Source } from '../../../shared/sources/sources.ts'
import { sayReason } from '../../answer-words.ts'
import { text } from '../../messages/late/en.ts'
import { saveSource } from '../../state/sources/sources-actions.ts'
import { Age } from '../../ui/Age.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { SourceDetails } from './SourceDetails.tsx'
import { LOOKS, stateOf } from './source-state.ts'

const words = text.sources

/** The row. A source whose key is missing can be switched on: it asks nothing until there is one. */
export function SourceRow({ source }: { source: Source }) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const state = stateOf(source)
  const { tone, icon } = LOOKS[state]
  const { name, enabled, lastAnswerAt, lastError } = source
  return (
    <li className="source-item">
      <div className="source-line">
        <label className="check">
          <input
            type="checkbox"
            aria-label={words.on(name)}
            checked={enabled}
            onChange={(event) => void saveSource({ source: source.source, enabled: event.target.checked })}
          />
          <span className="source-name">{name}</span>
        </label>
        <Badge tone={tone} {...(icon === undefined ? {} : { icon })}>
          {words.state[state]}
        </Badge>
        <span className="source-answer">
          {enabled && lastAnswerAt !== null ? (
            <>
              {words.lastAnswer} <Age at={lastAnswerAt} />
            </>
          ) : null}
        </span>
        <button
          type="button"
          className="button quiet"
          aria-label={words.detailsOf(name)}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {words.details}
        </button>
      </div>
      {enabled && lastError !== null && !isOpen ? <p className="hint">{sayReason(lastError)}</p> : null}
      <div id={id} hidden={!isOpen}>
        {isOpen ? <SourceDetails source={source} /> : null}
      </div>
    </li>
  )
}
