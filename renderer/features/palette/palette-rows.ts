// What the palette offers: what the backend found, and what can be done, each by the same measure.

import { matchScore, plainWords } from '../../../shared/search/fuzzy.ts'
import type { SearchHit } from '../../../shared/search/search.ts'
import { text } from '../../messages/late/en.ts'
import { SCREENS } from '../../state/route.ts'

/** What an action does, by its name. The app itself knows how. */
export type Action = { do: 'screen'; screen: (typeof SCREENS)[number] } | { do: keyof typeof text.palette.actions }

export interface PaletteRow {
  key: string
  kind: keyof typeof text.palette.kinds
  title: string
  detail: string
  target: { hit: SearchHit } | { action: Action }
}

/** So many actions at most: what was found by name comes with them. */
const MAX_ACTIONS = 8

const ACTIONS: readonly { title: string; action: Action }[] = [
  ...SCREENS.map((screen) => ({
    title: text.palette.goTo(text.shell.screens[screen]),
    action: { do: 'screen', screen } as const,
  })),
  ...(Object.keys(text.palette.actions) as (keyof typeof text.palette.actions)[]).map((name) => ({
    title: text.palette.actions[name],
    action: { do: name },
  })),
]

/** Actions that fit, the best first, behind what was found; before anything is typed what was touched last comes alone. */
export function rowsOf(typed: string, hits: readonly SearchHit[]): PaletteRow[] {
  const found = hits.map(
    (hit): PaletteRow => ({
      ...{ key: `${hit.kind} ${hit.id}`, kind: hit.kind, title: hit.title, detail: hit.detail, target: { hit } },
    }),
  )
  const asked = plainWords(typed)
  const actions = ACTIONS.map((one) => ({ ...one, score: asked === '' ? 1 : matchScore(plainWords(one.title), asked) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_ACTIONS)
    .map(
      ({ title, action }): PaletteRow => ({
        key: `action ${title}`,
        kind: 'action',
        title,
        detail: '',
        target: { action },
      }),
    )
  return [...found, ...actions]
}
