// What keeps the probes from costing more than was allowed, from leaving orders behind, and from asking anybody else.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCommand } from '../../../tools/probe/command.ts'
import { createSpendGuard } from '../../../tools/probe/guard.ts'
import { PROBE_VENUES } from '../../../tools/probe/venues.ts'
import { FAKES } from '../../exchanges/all.ts'
import { fakeOf, startProbe } from './probe-kit.ts'

/** The look for an open order has to wait once. */
const LATE_HISTORY = { id: 0, open: 0, history: 400, trades: 0 }

test('the guard counts exactly, and gives back only what was settled', () => {
  const guard = createSpendGuard('0.3', 'USDT')
  expect(guard.problem(['0.1', '0.2'])).toBeNull()
  const taken = guard.take('0.1', '10')
  guard.take('0.2', '10')
  expect(guard.atRisk()).toBe('0.3')
  expect(guard.problem(['0.000000000000000001'])).toContain('only 0 is left')
  expect(() => guard.take('0.1', '10')).toThrow(RangeError)
  taken.settle('4')
  taken.settle('9')
  expect(guard.atRisk()).toBe('0.24')
  expect(guard.peak()).toBe('0.3')
  expect(guard.orders()).toBe(2)
})

test('more orders than a run has are refused, however cheap', () => {
  const guard = createSpendGuard('1000', 'USDT')
  for (let at = 0; at < 24; at += 1) guard.take('0', '1')
  expect(guard.problem(['0'])).toContain('More than 24 orders')
})

test('a probe that could exceed the limit sends nothing, and says so', async () => {
  const kit = await startProbe(fakeOf('binance'))
  expect(await kit.run('--spend-limit', '11')).toBe(1)
  const stopped = kit.record()?.probes.filter(({ outcome }) => outcome === 'unanswered') ?? []
  expect(stopped.map(({ id }) => id)).toEqual(['key-open', 'key-canceled', 'late', 'key-filled'])
  expect(stopped[0]?.did).toBe(
    'It could cost 11.2112 USDT, and of the limit of 11 USDT only 11 is left. Nothing was sent.',
  )
  expect(stopped.flatMap(({ steps }) => steps)).toEqual([])
  expect(kit.venue.sent).toHaveLength(3)
})

test('what rests is given back, what trades stays counted', async () => {
  const kit = await startProbe(fakeOf('binance'))
  await kit.run()
  const bought = kit.engine.trades.reduce((sum, { amount }) => sum + amount, 0)
  // Three orders of 2.8 at up to 2.02 and a fee of a thousandth each.
  expect(bought).toBeCloseTo(8.4)
  expect(kit.record()?.spending).toMatchObject({ peak: '16.984968', atEnd: '16.984968' })
})

test.each(FAKES)('$venue: what stands is cancelled also when a step fails', async (fake) => {
  const kit = await startProbe(fake)
  kit.venue.faults.push({ kind: 'reply', when: 'after', status: 200, body: '<html>' })
  expect(await kit.run('--only', 'key-open')).toBe(1)
  const [probe] = kit.record()?.probes ?? []
  expect(probe).toMatchObject({ outcome: 'unanswered', agrees: null })
  expect(probe?.did).toContain('The first order was not accepted')
  expect(kit.engine.orders.map(({ status }) => status)).toEqual(['canceled'])
  expect(kit.record()?.left).toEqual([])
})

test('what stands is cancelled after Ctrl-C, and the answers so far are kept', async () => {
  const kit = await startProbe(fakeOf('binance'), { lag: LATE_HISTORY })
  const { pause } = kit.parts
  kit.parts.pause = async (ms, signal) => {
    if (signal !== undefined) kit.stop.abort()
    await pause(ms)
  }
  expect(await kit.run('--only', 'key-open,look-open,key-filled')).toBe(1)
  expect(kit.record()?.probes.map(({ id }) => id)).toEqual(['key-open', 'look-open'])
  expect(kit.engine.orders.map(({ status }) => status)).toEqual(['canceled', 'canceled'])
  expect(kit.record()?.left).toEqual([])
})

test('after Ctrl-C no order goes out', async () => {
  const kit = await startProbe(fakeOf('binance'))
  const { print } = kit.parts
  kit.parts.print = (line) => {
    if (line.startsWith('asking: ')) kit.stop.abort()
    print(line)
  }
  expect(await kit.run('--only', 'key-open')).toBe(1)
  expect(kit.record()?.probes[0]).toMatchObject({ outcome: 'unanswered', did: 'It was stopped.' })
  expect(kit.venue.sent).toEqual([])
})

test('an order that came about twice is cancelled twice', async () => {
  const kit = await startProbe(fakeOf('mexc'))
  kit.venue.faults.push({ kind: 'twice', when: 'after' })
  await kit.run('--only', 'look-open')
  expect(kit.engine.orders.map(({ status }) => status)).toEqual(['canceled', 'canceled'])
})

test('an order that is answered with the first one is counted once', async () => {
  const kit = await startProbe(fakeOf('coinbase'))
  expect(await kit.run('--only', 'key-filled')).toBe(0)
  expect(kit.engine.orders).toHaveLength(1)
  expect(kit.record()?.spending).toMatchObject({ peak: '11.323312', atEnd: '5.661656', orders: 2 })
})

test('a run that takes too long begins no further step', async () => {
  const kit = await startProbe(fakeOf('binance'), { lag: LATE_HISTORY })
  kit.parts.pause = async (ms) => kit.clock.advance(ms + 6 * 60_000)
  expect(await kit.run('--only', 'look-open,key-filled')).toBe(1)
  expect(kit.record()?.probes[1]).toMatchObject({ did: 'The run had taken too long.', steps: [] })
})

test('a cancel that is lost is sent again', async () => {
  const kit = await startProbe(fakeOf('bybit'))
  kit.venue.cancelFaults.push({ kind: 'reply', when: 'before', status: 502, body: '' })
  await kit.run('--only', 'look-open')
  expect(kit.engine.orders.map(({ status }) => status)).toEqual(['canceled'])
  expect(kit.record()?.left).toEqual([])
})

test('an order that cannot be cancelled is named at the end', async () => {
  const kit = await startProbe(fakeOf('binance'))
  kit.venue.cancelFaults.push(...Array(20).fill({ kind: 'reply', when: 'before', status: 502, body: '' }))
  expect(await kit.run('--only', 'look-open')).toBe(1)
  expect(kit.record()?.left).toEqual(['first: buy 4 PEAQ/USDT at 1.4 (answered)'])
  expect(kit.printed.join('\n')).toContain('MAY STILL STAND at the exchange, look there: first: buy 4 PEAQ/USDT at 1.4')
})

test('an exchange that does not answer an order is left after the deadline; what may stand is named', async () => {
  const kit = await startProbe(fakeOf('binance'))
  kit.venue.faults.push({ kind: 'hang', when: 'before' })
  const running = kit.run('--only', 'key-open')
  await kit.clock.sleeping(5_000)
  while (kit.venue.sent.length === 0) await kit.venue.asking()
  kit.clock.advance(5_000)
  expect(await running).toBe(1)
  const [probe] = kit.record()?.probes ?? []
  expect(probe?.steps[0]).toMatchObject({
    isAccepted: false,
    reply: { phase: 'lost', status: null, message: 'NO_ANSWER_IN_TIME {"seconds":5}', tookMs: 5_000 },
  })
  // It was never found; nobody can say that it will not come.
  expect(kit.record()?.left).toHaveLength(1)
  expect(kit.record()?.spending.atEnd).toBe('5.6056')
})

test('an exchange that is not there is sent no order', async () => {
  const kit = await startProbe(fakeOf('binance'))
  await kit.venue.close()
  expect(await kit.run()).toBe(2)
  expect(kit.printed).toEqual([expect.stringContaining('The exchange did not tell its time')])
  expect(kit.record()).toBeNull()
})

// Nobody tells there what a key may, or not on the test network.
test.each(FAKES.filter(({ venue }) => !['binance', 'gate', 'mexc'].includes(venue)))(
  '$venue: a key that may withdraw is refused',
  async (fake) => {
    const kit = await startProbe(fake, {}, true)
    expect(await kit.run()).toBe(2)
    expect(kit.printed.join('\n')).toContain('This key may withdraw')
    expect(kit.venue.sent).toEqual([])
    expect(kit.record()).toBeNull()
  },
)

test('a key that is not taken sends no order, and is not in what is printed', async () => {
  const kit = await startProbe(fakeOf('binance'))
  kit.parts.env['PRELIST_PROBE_API_SECRET'] = 'another-secret-than-that'
  expect(await kit.run()).toBe(2)
  expect(kit.printed.join('\n')).toMatch(/rejects the key: Signature for this request is not valid/)
  expect(kit.printed.join('\n')).not.toContain('another-secret')
  expect(kit.venue.sent).toEqual([])
})

test('without a terminal and without variables there is no key, and nothing is asked', async () => {
  const kit = await startProbe(fakeOf('okx'))
  kit.parts.env = {}
  expect(await kit.run()).toBe(2)
  expect(kit.printed).toEqual(['No API key: type it on a terminal, or set PRELIST_PROBE_API_KEY.'])
  expect(kit.venue.asked).toEqual([])
})

test('the trader is told host, orders and the most that can be spent, and may say no', async () => {
  const kit = await startProbe(fakeOf('binance'))
  const asked: string[] = []
  kit.parts.ask = async (question) => {
    asked.push(question)
    return 'no'
  }
  const argv = ['binance', '--host', kit.venue.url, '--out', kit.folder, '--market', 'PEAQ/USDT']
  expect(await runCommand(argv, kit.parts)).toBe(2)
  expect(asked).toEqual(['Go on? (yes/no) '])
  const text = kit.printed.join('\n')
  expect(text).toContain(`Binance, stand-in, ${kit.venue.url}, market PEAQ/USDT.`)
  expect(text).toContain('Up to 11 orders, 3 of which may trade. The most that can be spent is 20 USDT.')
  expect(kit.venue.sent).toEqual([])
})

test('a live exchange is asked nothing without --live, and nothing without the typed word', async () => {
  const kit = await startProbe(fakeOf('kraken'))
  for (const { id } of PROBE_VENUES.filter(({ reach }) => reach === 'live')) {
    expect(await runCommand([id, '--yes'], kit.parts)).toBe(2)
    expect(kit.printed.at(-1)).toMatch(/real money, so only with --live\. Nothing was sent\.$/)
  }
  for (const word of ['yes', 'live kraken', null]) {
    kit.parts.ask = async () => word
    expect(await runCommand(['kraken', '--live', '--yes'], kit.parts)).toBe(2)
    expect(kit.printed.at(-1)).toBe('Not confirmed. Nothing was sent.')
  }
})

test.each([
  [['nowhere'], 'One exchange of the list'],
  [['gemini'], 'Gemini is not probed: Prelist does not trade there.'],
  [['binance', '--spend-limit', '0'], '--spend-limit is a decimal above 0'],
  [['binance', '--spend-limit', '1e3'], '--spend-limit is a decimal above 0'],
  [['binance', '--only', 'everything'], '--only takes key-open'],
  [['binance', '--host', 'https://api.binance.com', '--out', 'x'], '--host is http://127.0.0.1:PORT'],
  [['binance', '--host', 'http://127.0.0.1:1'], 'A stand-in has --out'],
  [['kraken', '--host', 'http://127.0.0.1:1', '--out', 'x', '--live'], 'A stand-in has --out'],
  [['binance', '--key=abcdef'], 'A key is never given as one'],
])('%j is refused with a reason', async (argv, reason) => {
  const kit = await startProbe(fakeOf('binance'))
  expect(await runCommand(argv, kit.parts)).toBe(2)
  expect(kit.printed.join('\n')).toContain(reason)
  expect(kit.printed.join('\n')).not.toContain('abcdef')
})

test('no record is written over: nothing is asked', async () => {
  const kit = await startProbe(fakeOf('binance'))
  const path = join(kit.folder, 'binance-2026-11-23.json')
  writeFileSync(path, 'kept')
  expect(await kit.run()).toBe(2)
  expect(kit.venue.asked).toEqual([])
  expect(readFileSync(path, 'utf8')).toBe('kept')
})

test('the list names every exchange, its questions, cost and needs', async () => {
  const kit = await startProbe(fakeOf('binance'))
  expect(await runCommand([], kit.parts)).toBe(0)
  const text = kit.printed.join('\n')
  for (const { id, open } of PROBE_VENUES)
    expect([text.includes(`  ${id} `), text.includes(open)], id).toEqual([true, true])
  expect(text).toContain('PRELIST_PROBE_API_SECRET')
  expect(text).toContain('8 orders that rest and are cancelled, 3 that may trade')
})
