// Links as the page asks about them: all of one moment together, each once, and hidden characters told.

import { expect, test, vi } from 'vitest'
import { askAbout } from '../../../renderer/state/links/links-actions.ts'
import { linkKey, useLinks } from '../../../renderer/state/links/links-store.ts'
import type { LinkVerdict } from '../../../shared/links/links.ts'
import { setUpPage } from '../fakes/setup-page.ts'

const OTHER = {
  standing: 'other',
  warnings: [],
  host: 'a.example',
  shown: null,
  domain: 'a.example',
  official: null,
} as const

test('asks once for each, and for all together; what hides in a link is told of it', async () => {
  const asked: string[][] = []
  setUpPage().answer('links.check', ({ links }) => {
    asked.push(links)
    return links.map((link): LinkVerdict => ({ ...OTHER, warnings: [], link }))
  })
  const hidden = 'https://a.example/\u202egnp.exe'
  for (const link of ['https://a.example/', ' https://a.example/x ', hidden, '\u200b', 'https://a.example/']) {
    askAbout('ola', link)
  }
  const of = (link: string) => useLinks.getState().verdicts[linkKey('ola', link)]
  await vi.waitFor(() => expect(of(hidden)).toBeDefined())
  expect(asked).toEqual([['https://a.example/', 'https://a.example/x', 'https://a.example/gnp.exe']])
  expect(of(hidden)).toMatchObject({ standing: 'suspect', warnings: ['hidden-characters'] })
  expect(of(' https://a.example/x ')).toMatchObject({ standing: 'other', warnings: [] })
  expect(of('\u200b')).toBeUndefined()
})
