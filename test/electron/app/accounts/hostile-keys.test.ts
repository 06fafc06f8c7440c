// Keys of every shape, through the door to a real vault process and a fake exchange: a clear answer before anything is kept,
// nothing of the key in any answer, and a process that lives.

import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { createBackend } from '../../../../electron/app/backend.ts'
import { checkKeyForm } from '../../../../shared/key-form.ts'
import type { Result } from '../../../../shared/result.ts'
import { VENUES } from '../../../../shared/venues/list.ts'
import { FAKES, type Fake } from '../../../exchanges/all.ts'
import { Engine } from '../../../exchanges/engine.ts'
import { startVenue } from '../../../exchanges/start-venue.ts'
import { makeAppClock } from '../../../support/app-clock.ts'
import { announcedSeed } from '../../../support/hostile/seed.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'
import { okOf } from '../../../support/start-backend.ts'

/** What each exchange is tried with, besides what comes of itself from a right key. */
const RUNS = 120
const OPENING = ['eight words', 'for a vault', 'that is made here'].join(' ')
/** The edges of a private key's file, in parts: a search through these files looks for the whole. */
const edge = (which: 'BEGIN' | 'END', kind = '') => `-----${which} ${kind}${'PRIVATE'} KEY-----`
const WORDS_VARIABLE = 'PRELIST_H_WORDS'
const MARK = 'zqCANARYqz'

const strange = fc.constantFrom(
  ...[
    '\u0000',
    '\u0007',
    '\u001b[31m',
    '\u007f',
    '\u0080',
    '\r\n',
    '\n',
    '\t',
    ' ',
    '\u00a0',
    '\u00ad',
    '\u200b',
    '\u200e',
  ],
  ...[
    '\u202e',
    '\u2028',
    '\u2060',
    '\u2066',
    '\ufeff',
    '\ufffe',
    '\u3000',
    '\uff21',
    '\u0430',
    'é',
    '\u{1f511}',
    '\u{e0041}',
  ],
  ...['"', "'", '`', '\u201c', '\u201d', '\\n', '\\\\n', '\\', '{', '}', '%00', '+', '=', '-', ':', ';', ','],
)
const whole = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 100 }),
  fc
    .constantFrom(0, 1, 3, 31, 32, 63, 64, 65, 88, 120, 1_023, 1_024, 1_025, 8_191, 8_192, 8_193)
    .map((length) => 'k'.repeat(length)),
  fc.constantFrom(
    '-----BEGIN',
    edge('BEGIN'),
    `${edge('BEGIN')}

${edge('END')}`,
  ),
  fc.base64String({ maxLength: 300 }).map((body) => `${edge('BEGIN')}\n${body}\n${edge('END')}`),
  fc.json({ maxDepth: 2 }),
  fc.json({ maxDepth: 1 }).map((value) => `{"name":${value},"privateKey":${value}}`),
)

/** A right part with something strange before, behind or within it, or in place of one of its characters. */
const spoilt = (right: string) =>
  fc.tuple(strange, fc.nat(right.length), fc.constantFrom('put in', 'in place', 'around')).map(([sign, at, how]) => {
    if (how === 'around') return sign + right + sign
    return right.slice(0, at) + sign + right.slice(how === 'in place' ? at + 1 : at)
  })

type Typed = { apiKey: string; apiSecret: string; passphrase?: string }

function typedKeys(fake: Fake): fc.Arbitrary<Typed> {
  const part = (right: string) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant(right) },
      { weight: 4, arbitrary: spoilt(right) },
      { weight: 2, arbitrary: whole },
    )
  const passphrase = 'passphrase' in fake.key ? String(fake.key.passphrase) : 'words'
  return fc.record(
    { apiKey: part(fake.key.apiKey), apiSecret: part(fake.key.apiSecret), passphrase: part(passphrase) },
    { requiredKeys: ['apiKey', 'apiSecret'] },
  )
}

test('what is taken as a key can stand in a header, and is the same when it is looked at again', () => {
  const seed = announcedSeed('keys that are looked at')
  const parts = fc.record({
    apiKey: whole,
    apiSecret: fc.oneof(whole, spoilt(`${MARK}${'A'.repeat(20)}`)),
    passphrase: whole,
  })
  fc.assert(
    fc.property(fc.constantFrom(...VENUES.map(({ id }) => id)), parts, (venue, typed) => {
      const checked = checkKeyForm(venue, typed)
      if ('fault' in checked) {
        expect(JSON.stringify(checked)).not.toContain(MARK)
        return
      }
      const { apiKey, apiSecret, passphrase } = checked.key
      expect(apiKey).toMatch(/^[\x20-\x7e]+$/)
      expect(passphrase ?? 'none').toMatch(/^[\x20-\x7e]+$/)
      expect(apiSecret).toMatch(/^[\x20-\x7e\n]+$/)
      expect(checkKeyForm(venue, checked.key)).toEqual({ key: checked.key, mended: [] })
    }),
    { seed, numRuns: 10_000 },
  )
})

test.each(FAKES)('$venue: hostile keys through the door', async (fake) => {
  const clock = makeAppClock()
  const venue = await startVenue(fake.dialect, new Engine(Date.now, { keyRule: fake.record.keyRule }))
  const venueHosts = { [`${fake.venue}:test`]: venue.url, practice: 'http://127.0.0.1:9' }
  const backend = await createBackend({ dataDir: makeProfile(), clock, venueHosts })
  onTestFinished(() => backend.close())
  await okOf(backend, 'vault.create', { passphrase: OPENING })
  let locks = 0
  backend.on('vault.changed', () => {
    locks += 1
  })
  const seed = announcedSeed(`hostile keys at ${fake.venue}`)
  const codes: Record<string, number> = {}
  for (const typed of fc.sample(typedKeys(fake), { seed, numRuns: RUNS })) {
    clock.advance(1_000)
    const input = { venue: fake.venue, environment: 'test', label: 'Mine', ...typed }
    const result: Result<unknown> = await backend.call('accounts.add', input)
    const code = result.ok ? 'taken' : result.error.code
    codes[code] = (codes[code] ?? 0) + 1
    const said = JSON.stringify(result)
    for (const secret of [typed.apiSecret, typed.passphrase ?? '']) {
      if (secret.length > 20) expect(said.includes(JSON.stringify(secret).slice(1, -1))).toBe(false)
    }
    const accounts = await okOf(backend, 'accounts.list', {})
    expect(accounts).toHaveLength(result.ok ? 2 : 1)
    // Some of what is added in error is put right, or cannot be told from right while the exchange has no time for more.
    for (const { accountId, venue: at } of accounts)
      if (at !== 'practice') await okOf(backend, 'accounts.remove', { accountId })
  }
  console.log(`${fake.venue}: ${JSON.stringify(codes)}`)
  expect(
    Object.keys(codes).filter((code) => !['taken', 'BAD_KEY_FORM', 'BAD_INPUT', 'KEY_REFUSED'].includes(code)),
  ).toEqual([])
  expect(codes['BAD_KEY_FORM']).toBeGreaterThan(10)
  expect(codes['taken']).toBeGreaterThan(0)
  expect(locks).toBe(0)
  expect((await okOf(backend, 'vault.status', {})).state).toBe('unlocked')
})

test('a key from a variable that no header can carry ends nothing, and says where', async () => {
  const okx = FAKES.find(({ venue }) => venue === 'okx') as Fake
  const venue = await startVenue(okx.dialect, new Engine(Date.now, { keyRule: okx.record.keyRule }))
  const venueHosts = { 'okx:test': venue.url, practice: 'http://127.0.0.1:9' }
  const backend = await createBackend({ dataDir: makeProfile(), venueHosts })
  onTestFinished(() => backend.close())
  const { apiKey, apiSecret, passphrase } = okx.key as Required<Typed>
  Object.assign(process.env, {
    PRELIST_H_KEY: `\ufeff${apiKey}\r\n`,
    PRELIST_H_SECRET: `${apiSecret}\n`,
    [WORDS_VARIABLE]: `${passphrase}\u200b`,
  })
  await okOf(backend, 'vault.create', { passphrase: OPENING })
  const names = { apiKey: 'PRELIST_H_KEY', apiSecret: 'PRELIST_H_SECRET', passphrase: WORDS_VARIABLE }
  const account = { venue: 'okx', environment: 'test', label: 'Mine', reference: { kind: 'environment', ...names } }
  const { accountId, key } = await okOf(backend, 'accounts.addReference', account)
  expect(key?.check?.state).toBe('accepted')
  process.env['PRELIST_H_KEY'] = `${apiKey.slice(0, 4)}\u200b${apiKey.slice(4)}`
  expect(await backend.call('accounts.check', { accountId })).toMatchObject({
    ok: false,
    error: { code: 'KEY_UNAVAILABLE', message: 'Character 5 of the API key isn’t allowed in a key.' },
  })
  const again = await backend.call('accounts.addReference', { ...account, label: 'Again' })
  expect(again).toMatchObject({
    ok: false,
    error: { code: 'KEY_UNAVAILABLE', reason: { code: 'KEY_FAULT', params: { field: 'apiKey', position: 5 } } },
  })
  await okOf(backend, 'portfolio.get', { environment: 'test' })
  expect((await okOf(backend, 'vault.status', {})).state).toBe('unlocked')
})
