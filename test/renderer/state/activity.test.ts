// The log in words, and the asking for it: late answers, earlier entries, news while it is looked at.

import { beforeEach, describe, expect, test, vi } from 'vitest'
import { byDay, factsOf, sentenceOf } from '../../../renderer/features/activity/activity-words.ts'
import { text } from '../../../renderer/messages/late/en.ts'
import {
  ask,
  loadActivity,
  loadEarlier,
  noteActivity,
  showUses,
} from '../../../renderer/state/activity/activity-actions.ts'
import { useActivity, withNews } from '../../../renderer/state/activity/activity-store.ts'
import { useRoute } from '../../../renderer/state/route-store.ts'
import { AUDIT_EVENTS, type AuditDetail, type AuditEntry } from '../../../shared/audit.ts'
import type { FakeDesktop } from '../fakes/fake-desktop.ts'
import { setUpPage } from '../fakes/setup-page.ts'

const entry = (seq: number, change: Partial<AuditEntry> = {}): AuditEntry => ({
  seq,
  at: '2026-11-24T10:00:00.000Z',
  kind: 'secret',
  event: 'key-used',
  subject: 'kraken-1',
  detail: { purpose: 'check', keyEnd: 'a1b2' },
  ...change,
})

describe('words', () => {
  const nameOf = (id: string) => (id === 'kraken-1' ? 'Mine' : id)

  test('a use of a key is a sentence', () => {
    expect(sentenceOf(entry(1), nameOf)).toBe('Mine key (…a1b2) was verified.')
    expect(sentenceOf(entry(1, { subject: 'gone-2', detail: { keyEnd: null } }), nameOf)).toBe('gone-2 key was used.')
  })

  test('what a later version says is shown as it is, and no word of the language is taken for one', () => {
    expect(sentenceOf(entry(1, { detail: { purpose: 'dance' } }), nameOf)).toBe('Mine key was used for: dance.')
    expect(sentenceOf(entry(1, { event: 'key-danced' }), nameOf)).toBe('Mine key (…a1b2): key-danced')
    expect(sentenceOf(entry(1, { event: 'constructor' }), nameOf)).toContain('constructor')
    expect(sentenceOf(entry(1, { detail: { purpose: 'toString' } }), nameOf)).toContain('toString')
    expect(text.activity.event('word-of-a-later-version')).toBe('word-of-a-later-version')
    expect(text.activity.event('constructor')).toBe('constructor')
  })

  test('every event of the log has a text of its own', () => {
    const events = Object.values(AUDIT_EVENTS).flat()
    for (const event of events) expect(text.activity.event(event)).not.toBe(event)
  })

  test.each<[AuditDetail, string]>([
    [{ a: 1, b: null, c: 'x' }, 'a: 1; b: –; c: x'],
    [{ account: 'kraken-1', sameVault: true }, 'account: Mine; same vault: yes'],
    [{ from: 'recorded', status: 'not-placed' }, 'was: created; status: not placed'],
    [{ step: 'drop-local-copy', state: 'done' }, 'step: delete the stored key; status: done'],
    [{ reason: 'ANSWER_LOST' }, 'reason: The exchange’s answer was lost. We’re checking its status.'],
    [{ found: 'ENTRY_ALTERED {"entry":4}' }, 'found: Entry 4 was changed.'],
    // The log cuts what is long.
    [{ reason: 'OTHER_TERMS {"fields":["pri…' }, 'reason: other terms'],
    [{ code: 'RULE_BREACH' }, 'why: Over your limit'],
    [{ reason: 'constructor', code: 'toString' }, 'reason: constructor; why: toString'],
    // An exchange's own.
    [{ reason: 'INSUFFICIENT_FUND' }, 'reason: INSUFFICIENT_FUND'],
    [{ reason: '-2010' }, 'reason: -2010'],
  ])('facts are in words, and unknown is a dash: %j', (detail, words) => {
    expect(factsOf(detail, nameOf)).toBe(words)
  })

  test('entries stand by the day', () => {
    const days = byDay([
      entry(3),
      entry(2, { at: '2026-11-24T09:59:00.000Z' }),
      entry(1, { at: '2026-11-20T10:00:00.000Z' }),
    ])
    expect(days.map(({ entries }) => entries.map(({ seq }) => seq))).toEqual([[3, 2], [1]])
  })
})

describe('news', () => {
  const numbers = (entries: AuditEntry[]) => entries.map(({ seq }) => seq)

  test('goes before what was read', () => {
    expect(numbers(withNews([entry(2), entry(1)], [entry(3), entry(2)], false))).toEqual([3, 2, 1])
    expect(numbers(withNews([], [entry(1)], true))).toEqual([1])
  })

  test('takes its place when entries between them would be missing', () => {
    expect(numbers(withNews([entry(2), entry(1)], [entry(9), entry(8)], false))).toEqual([9, 8])
  })
})

describe('asking', () => {
  let desktop: FakeDesktop
  const shown = () => useActivity.getState().entries.value?.map(({ seq }) => seq)

  beforeEach(() => {
    desktop = setUpPage()
    Object.assign(globalThis, { history: { replaceState: () => {} } })
    desktop.state.vault.log = [
      ...Array.from({ length: 120 }, (_, index) => entry(121 - index)),
      entry(1, { kind: 'app', event: 'app-opened', subject: null }),
    ]
  })

  test('the plain view asks for uses of keys alone, a page at a time', async () => {
    await loadActivity()
    expect(desktop.calls.at(-1)?.input).toEqual({ limit: 100, kind: 'secret' })
    expect([shown()?.length, useActivity.getState().hasMore]).toEqual([100, true])
    await loadEarlier()
    expect([shown()?.length, shown()?.at(-1), useActivity.getState().hasMore]).toEqual([120, 2, false])
  })

  test('an answer to a question that was changed meanwhile changes nothing', async () => {
    let answer: (entries: AuditEntry[]) => void = () => {}
    desktop.answer(
      'audit.list',
      () =>
        new Promise((resolve) => {
          answer = resolve
        }),
    )
    const late = loadActivity()
    desktop.answer('audit.list', () => [entry(7)])
    ask({ view: 'log', kind: 'secret' })
    await vi.waitFor(() => expect(shown()).toEqual([7]))
    answer([entry(99)])
    await late
    expect(shown()).toEqual([7])
    expect(useActivity.getState().entries.loading).toBe(false)
  })

  test('news is read only while the log is looked at', async () => {
    await loadActivity()
    desktop.state.vault.log.unshift(entry(122))
    const before = desktop.calls.length
    await noteActivity()
    expect(desktop.calls).toHaveLength(before)
    useRoute.setState({ screen: 'activity' })
    await noteActivity()
    expect(shown()?.[0]).toBe(122)
  })

  test('the uses of one key are asked for by its account', async () => {
    showUses('kraken-1')
    await loadActivity()
    expect(useRoute.getState().screen).toBe('activity')
    expect(desktop.calls.at(-1)?.input).toEqual({ limit: 100, kind: 'secret', subject: 'kraken-1' })
  })
})
