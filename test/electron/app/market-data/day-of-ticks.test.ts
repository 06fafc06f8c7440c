// A day of ticks under a clock that the test moves: no source is asked more often than it bears, and the database does not grow.

import { statSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { startSourceDesk } from './source-desk.ts'

const TURN_MS = 15_000
const TURNS = 200

it('hundreds of ticks leave the database as large as the first ones did', { timeout: 120_000 }, async () => {
  const desk = await startSourceDesk()
  const quotes: unknown[] = []
  desk.backend.on('quotes.changed', (news) => quotes.push(news))
  await desk.on('bybit')
  /** What is under way is waited for: a clock that ran ahead of it would take the worker for stalled. */
  const tick = async () => {
    desk.clock.advance(TURN_MS)
    await desk.ok('sources.refresh', { source: 'bybit' })
  }
  const sizeOf = () => statSync(path.join(desk.dataDir, 'prelist.sqlite')).size
  for (let turn = 0; turn < 20; turn++) await tick()
  const early = sizeOf()
  for (let turn = 20; turn < TURNS; turn++) await tick()
  expect(sizeOf()).toBeLessThanOrEqual(early + 64 * 1024)
  const { budget } = (await desk.ok('sources.list', {})).find(({ source }) => source === 'bybit') ?? {}
  // Four a minute for the prices, and the list each ten minutes, in two parts; the watch of listings reads it each minute.
  expect(budget?.usedThisMinute).toBeLessThanOrEqual(8)
  // A price that is the same is told for its newer time alone.
  expect(quotes.length).toBeGreaterThan(0)
})
