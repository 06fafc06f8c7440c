// Asks for the sources, switches them on and off, and gives them their keys.

import type { Input } from '../../../shared/contract/contract.ts'
import type { Source, SourceId } from '../../../shared/sources/sources.ts'
import { call } from '../../api.ts'
import { load, take } from '../loadable.ts'
import { loadQuotes } from '../quotes/quotes-actions.ts'
import { reportFailure } from '../report.ts'
import { requests } from '../requests.ts'
import { saveSettings } from '../session/session-actions.ts'
import { keyless, useSources } from './sources-store.ts'

const sourceRequests = requests()

/** Asks for the sources. */
export async function loadSources(): Promise<void> {
  await load(sourceRequests, useSources.getState().putSources, () => call('sources.list', {}))
}

const switchedOn = (sources: readonly Source[]): string =>
  sources.flatMap(({ source, enabled }) => (enabled ? [source] : [])).join()

/** Takes in the sources. Where others are on than before, other quotes count. */
export function noteSources(sources: Source[]): void {
  const before = useSources.getState().sources.value
  if (before !== null && switchedOn(before) !== switchedOn(sources)) void loadQuotes()
  take(sourceRequests, useSources.getState().putSources, sources)
}

function noteSource(source: Source): void {
  const known = useSources.getState().sources.value
  if (known !== null) noteSources(known.map((each) => (each.source === source.source ? source : each)))
}

/** Changes a source; what is left out stays. Answers whether that was stored. */
export async function saveSource(change: Input<'sources.save'>): Promise<boolean> {
  try {
    noteSource(await call('sources.save', change))
    return true
  } catch (thrown) {
    reportFailure(thrown)
    return false
  }
}

/** Asks a source now; a second press meanwhile asks nothing. What goes wrong stands with the source. */
export async function refreshSource(source: SourceId): Promise<void> {
  const { asking, setAsking } = useSources.getState()
  if (asking.includes(source)) return
  setAsking(source, true)
  try {
    noteSource(await call('sources.refresh', { source }))
  } catch (thrown) {
    reportFailure(thrown)
  } finally {
    setAsking(source, false)
  }
}

/**
 * Answers the one question of a first start. On switches on every source that needs no key; the question stays where not one
 * of them could be. Answers whether it is over.
 */
export async function answerLivePrices(isWanted: boolean): Promise<boolean> {
  const known = isWanted ? keyless(useSources.getState().sources.value ?? []) : []
  const stored: boolean[] = []
  for (const { source } of known) {
    stored.push(await saveSource({ source, enabled: true }))
    // What keeps the first one from being stored keeps the others from it too, and is said once.
    if (!stored.includes(true)) return false
  }
  return saveSettings({ sourcesAsked: true })
}
