// What left the status line is found again: newest first, with its age, and no more than the list holds.

import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, test } from 'vitest'
import { Messages } from '../../../../renderer/features/shell/MessageList.tsx'
import { text } from '../../../../renderer/messages/en.ts'
import { useStatus } from '../../../../renderer/state/status-store.ts'
import { STAYS_MS } from '../../../../renderer/ui/StatusLine.tsx'
import { setUpPage } from '../../fakes/setup-page.ts'

const say = (title: string) => useStatus.getState().say({ tone: 'good', title, detail: 'More.' })

beforeEach(() => {
  setUpPage()
  useStatus.setState({ message: null, said: [] })
})

test('a message that left its line is in the list, before the older ones', () => {
  expect(renderToStaticMarkup(<Messages said={useStatus.getState().said} />)).toContain(text.shell.messagesNone)
  say('First.')
  say('Second.')
  useStatus.getState().clear()
  const markup = renderToStaticMarkup(<Messages said={useStatus.getState().said} />)
  expect(markup.indexOf('Second.')).toBeGreaterThan(0)
  expect(markup.indexOf('Second.')).toBeLessThan(markup.indexOf('First.'))
  expect(markup).toContain('<time')
  expect(useStatus.getState().message).toBeNull()
})

test('it holds fifty, and nothing that could still be pressed', () => {
  for (let count = 1; count <= 60; count += 1) say(`Message ${count}.`)
  useStatus
    .getState()
    .say({ tone: 'plain', title: 'Last.', detail: null, action: { label: 'Undo', run: () => undefined } })
  const { said } = useStatus.getState()
  expect([said.length, said[0]?.title, said.at(-1)?.title]).toEqual([50, 'Last.', 'Message 12.'])
  expect(JSON.stringify(said)).not.toContain('Undo')
  expect(new Set(said.map(({ id }) => id)).size).toBe(50)
})

test('what went wrong stays until it is dismissed; everything else leaves', () => {
  expect(STAYS_MS.bad).toBeNull()
  for (const tone of ['good', 'plain', 'warn'] as const) expect(STAYS_MS[tone]).toBeGreaterThan(0)
})
