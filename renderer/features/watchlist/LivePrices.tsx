// Where a first start is asked about live prices. The question itself is loaded after the first paint: it waits for who would be asked.

import { useSession } from '../../state/session/session-store.ts'
import { Late } from '../../ui/late/Late.tsx'
import { lateView } from '../../ui/late/late-view.ts'

const QUESTION = lateView(async () => (await import('./LivePricesQuestion.tsx')).LivePricesQuestion)
const CARD = lateView(async () => (await import('./LivePricesQuestion.tsx')).LivePricesCard)
const NOTHING = {}

/** The question within the welcome; nothing once it was answered. */
export function LivePrices() {
  const wasAsked = useSession((state) => state.settings.sourcesAsked)
  return wasAsked ? null : <Late view={QUESTION} given={NOTHING} unasked />
}

/** The question alone, for who has put the welcome away without an answer, or was here before there was a question. */
export function LivePricesCard() {
  const isDue = useSession(({ settings }) => settings.welcomed && !settings.sourcesAsked)
  return isDue ? <Late view={CARD} given={NOTHING} unasked /> : null
}
