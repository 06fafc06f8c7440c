// What the build says on the terminal: nothing of the marks that libraries carry, and everything else.

import { expect, test } from 'vitest'
import page from '../../vite.config.ts'

const { onLog, output } = page.build?.rolldownOptions ?? {}

/** The messages that are told of these. */
function toldOf(...logs: { code: string; id?: string; message: string }[]): string[] {
  const told: string[] = []
  for (const log of logs) {
    // Rolldown's own tells the terminal.
    onLog?.('warn', log, (_, passed) => void told.push(typeof passed === 'string' ? passed : String(log.message)))
  }
  return told
}

const MARK = 'MODULE_LEVEL_DIRECTIVE'

test('a library’s mark for servers is no word of the build', () => {
  for (const id of [
    '/app/node_modules/@base-ui/tip.mjs',
    'node_modules/react/tip.mjs',
    'C:\\app\\node_modules\\tip.mjs',
  ]) {
    expect(toldOf({ code: MARK, id, message: id })).toEqual([])
  }
})

test('the same mark in a file of ours is told, and so is anything else of a library', () => {
  const ours = { code: MARK, id: '/app/renderer/main.tsx', message: 'ours' }
  const other = { code: 'EVAL', id: '/app/node_modules/library/index.js', message: 'code of text' }
  expect(toldOf(ours, other)).toEqual(['ours', 'code of text'])
})

test('each group of files has a name that the build can tell', () => {
  const groups = [output].flat().flatMap((one) => {
    const splitting = one?.codeSplitting
    return typeof splitting === 'object' ? (splitting.groups ?? []) : []
  })
  expect(groups.length).toBeGreaterThan(3)
  expect(groups.filter(({ name, debugName }) => typeof name === 'function' && debugName === undefined)).toEqual([])
})
