// The hub: in order, every listener whatever the others do, and a wait for all that they began.

import { expect, it } from 'vitest'
import { createEventHub, createHub } from '../../../../electron/services/common/events.ts'

interface Told {
  first: number
  second: null
}

function made() {
  const failures: string[] = []
  const hub = createHub<Told>((event, error) => failures.push(`${event}: ${String(error)}`))
  return { failures, hub }
}

it('tells in the order in which listeners came, each its own event, and none that has left', () => {
  const { hub } = made()
  const seen: string[] = []
  hub.on('first', (payload) => seen.push(`a ${payload}`))
  const leave = hub.on('first', () => seen.push('gone'))
  hub.on('first', (payload) => seen.push(`b ${payload}`))
  hub.on('second', () => seen.push('second'))
  leave()
  hub.emit('first', 1)
  expect(seen).toEqual(['a 1', 'b 1'])
  expect([hub.listeners('first'), hub.listeners('second')]).toEqual([2, 1])
})

it('tells the others, and who asked for it, when one throws or rejects', async () => {
  const { hub, failures } = made()
  const seen: string[] = []
  hub.on('second', () => {
    throw new RangeError('at once')
  })
  hub.on('second', () => Promise.reject(new RangeError('later')))
  hub.on('second', () => seen.push('told'))
  expect(() => hub.emit('second', null)).not.toThrow()
  expect(seen).toEqual(['told'])
  expect(failures).toEqual(['second: RangeError: at once'])
  await hub.emitAndWait('second', null)
  expect(failures.filter((failure) => failure.endsWith('later'))).toHaveLength(2)
})

it('waits for everything that the listeners began, and starts it before it answers', async () => {
  const { hub } = made()
  const gate = Promise.withResolvers<void>()
  const seen: string[] = []
  hub.on('second', async () => {
    seen.push('begun')
    await gate.promise
    seen.push('over')
  })
  const waiting = hub.emitAndWait('second', null).then(() => seen.push('answered'))
  expect(seen).toEqual(['begun'])
  gate.resolve()
  await waiting
  expect(seen).toEqual(['begun', 'over', 'answered'])
})

it('the page’s hub tells when somebody begins to listen, under any name', () => {
  const listened: string[] = []
  const hub = createEventHub((event) => listened.push(event))
  hub.on('no-such-event', () => {})
  const stop = hub.on('audit.changed', () => {})
  expect(listened).toEqual(['no-such-event', 'audit.changed'])
  expect(hub.listeners('audit.changed')).toBe(1)
  stop()
  expect(hub.listeners('audit.changed')).toBe(0)
})
