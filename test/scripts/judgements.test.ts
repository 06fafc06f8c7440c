// What npm's answers are taken for. What is not understood is never ok.

import { expect, test } from 'vitest'
import { exitCodeOf, judgeAudit, judgeSignatures, judgeTree } from '../../scripts/packages/judgements.mjs'

const audit = (counts: object, vulnerabilities = {}) =>
  judgeAudit({ code: 0, stdout: JSON.stringify({ vulnerabilities, metadata: { vulnerabilities: counts } }) })

test('an audit fails on what is high or critical', () => {
  expect(audit({ high: 0, critical: 0, moderate: 2, total: 2 })).toEqual({
    state: 'ok',
    why: '2 known weaknesses, none of them high or critical',
  })
  expect(audit({ high: 1, critical: 0, total: 1 }, { left: {} })).toEqual({
    state: 'FAILED',
    why: '1 of high or critical weight: left',
  })
  expect(audit({ high: 0, critical: 1, total: 1 }).state).toBe('FAILED')
})

test('a registry without an audit is no success', () => {
  const refused = { message: '405 Method Not Allowed - POST http://127.0.0.1/x', error: { summary: '' } }
  expect(judgeAudit({ code: 1, stdout: JSON.stringify(refused) })).toEqual({
    state: 'not run',
    why: 'the registry offers no audit (405 Method Not Allowed - POST its address)',
  })
  for (const stdout of ['', '{}', 'null', '[]', '{"metadata":{"vulnerabilities":{"high":0}}}', 'not json']) {
    expect(judgeAudit({ code: 0, stdout }).state, stdout).toBe('not run')
  }
})

test.each([
  ['all signed', 0, '{"invalid":[],"missing":[]}', 'ok'],
  ['a wrong one', 0, '{"invalid":[{}],"missing":[]}', 'FAILED'],
  ['one without', 0, '{"invalid":[],"missing":[{}]}', 'FAILED'],
  ['an end in failure', 1, '{"invalid":[],"missing":[]}', 'FAILED'],
  ['no keys to be had', 1, '{"error":{"summary":"no keys"}}', 'not run'],
  ['nothing said', 0, '', 'not run'],
])('signatures: %s', (_name, code, stdout, state) => {
  expect(judgeSignatures({ code, stdout }).state).toBe(state)
})

test('the tree is as asked for, or it is not', () => {
  expect([0, 1, 127].map((code) => judgeTree({ code, stdout: '' }).state)).toEqual(['ok', 'FAILED', 'not run'])
})

test('what was not run fails only where it has to run', () => {
  const judged = (...states: ('ok' | 'FAILED' | 'not run')[]) => states.map((state) => ({ state, why: '' }))
  expect(exitCodeOf(judged('ok', 'not run'), { strict: false })).toBe(0)
  expect(exitCodeOf(judged('ok', 'not run'), { strict: true })).toBe(1)
  expect(exitCodeOf(judged('ok', 'FAILED'), { strict: false })).toBe(1)
  expect(exitCodeOf(judged('ok', 'ok'), { strict: true })).toBe(0)
})
