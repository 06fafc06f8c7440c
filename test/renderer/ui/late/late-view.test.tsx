// A late view: loaded once, drawn at once from then on, and tried again after a failure.

import { expect, test, vi } from 'vitest'
import { text } from '../../../../renderer/messages/en.ts'
import { Late } from '../../../../renderer/ui/late/Late.tsx'
import { latePart, lateView, loadInIdleTime, withPart } from '../../../../renderer/ui/late/late-view.ts'
import { drawn } from '../../fakes/drawn.ts'

const Word = ({ word }: { word: string }) => <p>{word}</p>

/** A view whose file is read when the test says so, well or not. */
function heldView() {
  const asked: { give: () => void; fail: () => void }[] = []
  const view = lateView<{ word: string }>(
    () =>
      new Promise((resolve, reject) => {
        asked.push({ give: () => resolve(Word), fail: () => reject(new Error('gone')) })
      }),
  )
  return { view, asked }
}

test('stands aside while it is loading, and is drawn in the same drawing once it is here', async () => {
  const { view, asked } = heldView()
  const draw = () => drawn(<Late view={view} given={{ word: 'here' }} instead={<i>soon</i>} />)
  const loading = view.load()
  expect(draw()).toBe('<i>soon</i>')
  asked[0]?.give()
  await loading
  expect(draw()).toBe('<p>here</p>')
})

test('is loaded once, however often it is asked for', async () => {
  const { view, asked } = heldView()
  const all = [view.load(), view.load()]
  asked[0]?.give()
  await Promise.all(all)
  await view.load()
  expect(asked).toHaveLength(1)
})

test('says that it could not be loaded, and another try loads it', async () => {
  const { view, asked } = heldView()
  const draw = () => drawn(<Late view={view} given={{ word: 'here' }} />)
  const told = vi.fn()
  view.subscribe(told)
  const first = view.load()
  asked[0]?.fail()
  await first
  expect(draw()).toContain(text.common.partNotLoaded)
  expect(draw()).toContain(text.common.tryAgain)
  expect(drawn(<Late view={view} given={{ word: 'here' }} unasked />)).toBe('')
  const second = view.load()
  expect(draw()).toBe('')
  asked[1]?.give()
  await second
  expect(draw()).toBe('<p>here</p>')
  expect(told).toHaveBeenCalledTimes(3)
})

test('in idle time they come one after the other, and one that fails keeps no other back', async () => {
  const waits: (() => void)[] = []
  vi.stubGlobal('requestIdleCallback', (run: () => void) => waits.push(run))
  const [bad, good] = [heldView(), heldView()]
  const all = loadInIdleTime([bad.view, good.view])
  expect([bad.asked.length, good.asked.length]).toEqual([0, 0])
  waits[0]?.()
  await vi.waitFor(() => expect(bad.asked).toHaveLength(1))
  expect(waits).toHaveLength(1)
  bad.asked[0]?.fail()
  await vi.waitFor(() => expect(waits).toHaveLength(2))
  waits[1]?.()
  await vi.waitFor(() => expect(good.asked).toHaveLength(1))
  good.asked[0]?.give()
  await all
  expect([bad.view.read().state, good.view.read().state]).toEqual(['failed', 'here'])
})

test('what is pressed before its code is here is done once it is, in the order of the presses', async () => {
  let give = (_: (word: string) => void): void => {}
  const part = latePart(() => new Promise<(word: string) => void>((resolve) => (give = resolve)))
  const [done, failed]: [string[], () => void] = [[], vi.fn()]
  withPart(part, (say) => say('first'), failed)
  withPart(part, (say) => say('second'), failed)
  expect(done).toEqual([])
  give((word) => void done.push(word))
  await vi.waitFor(() => expect(done).toEqual(['first', 'second']))
  // From then on in the same turn: a press that orders must disarm its button before the next one is heard.
  withPart(part, (say) => say('third'), failed)
  expect(done).toEqual(['first', 'second', 'third'])
  expect(failed).not.toHaveBeenCalled()
})

test('what is pressed and cannot be loaded says so, and the next press tries again', async () => {
  let tries = 0
  const part = latePart(async () => {
    tries += 1
    if (tries === 1) throw new Error('gone')
    return 'here'
  })
  const [done, failed] = [vi.fn(), vi.fn()]
  withPart(part, done, failed)
  await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce())
  expect(done).not.toHaveBeenCalled()
  withPart(part, done, failed)
  await vi.waitFor(() => expect(done).toHaveBeenCalledExactlyOnceWith('here'))
  expect(failed).toHaveBeenCalledOnce()
})
