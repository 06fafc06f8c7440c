// What the palette offers: what the backend found, and what can be done, each by the same measure.

import { matchScore, plainWords } from '../../../shared/search/fuzzy.ts'
import type { SearchHit } from '../../../shared/search/search.ts'
import { text } from '../../messages/late/en.ts'
import { SCREENS } from '../../state/route.ts'

type Screen = (typeof SCREENS)[number]

/** What an action does, by its name. The app itself knows how. */
export type Action =
  | { do: 'screen'; screen: Screen }
  /** `heading`: the id of the heading of what is set there. */
  | { do: 'setting'; screen: Screen; heading: string }
  | { do: keyof typeof text.palette.actions }

export interface PaletteRow {
  key: string
  kind: keyof typeof text.palette.kinds
  title: string
  detail: string
  target: { hit: SearchHit } | { action: Action }
}

/** So many actions at most: what was found by name comes with them. */
const MAX_ACTIONS = 8

/** Where each thing that can be set is set. One without words does not compile, nor the other way round. */
const PLACES: Record<keyof typeof text.palette.settings, { screen: Screen; heading: string }> = {
  autoLock: { screen: 'accounts', heading: 'vault-title' },
  backup: { screen: 'accounts', heading: 'backup-title' },
  farPrice: { screen: 'settings', heading: 'far-title' },
  keychain: { screen: 'settings', heading: 'keychain-title' },
  look: { screen: 'settings', heading: 'look-title' },
  preset: { screen: 'settings', heading: 'preset-title' },
  profile: { screen: 'settings', heading: 'profile-title' },
  quiet: { screen: 'settings', heading: 'quiet-title' },
  sealing: { screen: 'settings', heading: 'sealing-title' },
  sending: { screen: 'settings', heading: 'send-title' },
  sources: { screen: 'settings', heading: 'sources-title' },
}

const ACTIONS: readonly { title: string; kind: 'action' | 'setting'; action: Action }[] = [
  ...SCREENS.map((screen) => ({
    title: text.palette.goTo(text.shell.screens[screen]),
    kind: 'action' as const,
    action: { do: 'screen', screen } as const,
  })),
  ...(Object.keys(text.palette.actions) as (keyof typeof text.palette.actions)[]).map((name) => ({
    title: text.palette.actions[name],
    kind: 'action' as const,
    action: { do: name },
  })),
  ...(Object.keys(PLACES) as (keyof typeof PLACES)[]).map((name) => ({
    title: text.palette.settings[name],
    kind: 'setting' as const,
    action: { do: 'setting' as const, ...PLACES[name] },
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
      ({ title, kind, action }): PaletteRow => ({
        key: `${kind} ${title}`,
        kind,
        title,
        detail: '',
        target: { action },
      }),
    )
  return [...found, ...actions]
}
