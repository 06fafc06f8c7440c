// The sources of market data in the settings, by kind.

import { useEffect } from 'react'
import type { Source } from '../../../shared/sources/sources.ts'
import { text } from '../../messages/late/en.ts'
import { loadSources } from '../../state/sources/sources-actions.ts'
import { useSources } from '../../state/sources/sources-store.ts'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { PracticePrices } from './PracticePrices.tsx'
import { SourceRow } from './SourceRow.tsx'

const words = text.sources
const KINDS = ['exchange', 'prices', 'research'] as const

function Kind({ kind, sources }: { kind: Source['kind']; sources: readonly Source[] }) {
  const ofKind = sources.filter((source) => source.kind === kind)
  if (ofKind.length === 0) return null
  return (
    <section aria-label={words.kinds[kind]}>
      <h3>{words.kinds[kind]}</h3>
      <ul className="sources">
        {ofKind.map((source) => (
          <SourceRow key={source.source} source={source} />
        ))}
      </ul>
    </section>
  )
}

/** The card. */
export function SourcesCard() {
  const sources = useSources((state) => state.sources)
  useEffect(() => void loadSources(), [])
  return (
    <section className="card sources-card" aria-labelledby="sources-title">
      <h2 id="sources-title">{words.title}</h2>
      <p>{words.explain}</p>
      <LoadedView from={sources} onRetry={() => void loadSources()}>
        {(list) => (
          <div className="source-kinds">
            {KINDS.map((kind) => (
              <Kind key={kind} kind={kind} sources={list} />
            ))}
          </div>
        )}
      </LoadedView>
      <PracticePrices />
    </section>
  )
}
