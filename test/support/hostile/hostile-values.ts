// Values that no operation may take, by the kind of field that they are put into. Texts carry a canary, so that an
// answer which repeats any of the input is found out.

export const CANARY = 'canary-7f3a'

class Impostor {
  coinId = 'peaq'
}

function nested(depth: number): unknown {
  let value: unknown = CANARY
  for (let at = 0; at < depth; at++) value = at % 2 === 0 ? { in: value } : [value]
  return value
}

function ring(): unknown {
  const value: Record<string, unknown> = { name: CANARY }
  value['self'] = value
  return value
}

function polluted(key: string): unknown {
  const value = {}
  Object.defineProperty(value, key, { value: { polluted: CANARY }, enumerable: true })
  return value
}

function revoked(target: object): unknown {
  const { proxy, revoke } = Proxy.revocable(target, {})
  revoke()
  return proxy
}

function throwing(): never {
  throw new Error(CANARY)
}

/** Never plain data of any use: as a whole input or in place of any field. */
export const NEVER: readonly [string, unknown][] = [
  ['a number', 42],
  ['a negative number', -1],
  ['NaN', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
  ['a bigint', 10n],
  ['a symbol', Symbol(CANARY)],
  ['a function', () => CANARY],
  ['a date', new Date(0)],
  ['a map', new Map([[CANARY, CANARY]])],
  ['a set', new Set([CANARY])],
  ['bytes', new TextEncoder().encode(CANARY)],
  ['a class instance', new Impostor()],
  ['an error', new Error(CANARY)],
  ['a promise', Promise.resolve(CANARY)],
  ['a boxed string', Object(CANARY)],
  ['a weak map', new WeakMap()],
  ['a buffer', new ArrayBuffer(8)],
  ['an address', new URL(`https://${CANARY}.example`)],
  ['an expression', new RegExp(CANARY)],
  ['an iterator', [CANARY].values()],
  ['a revoked proxy', revoked({})],
  ['a revoked array', revoked([])],
  ['a throwing proxy', new Proxy({}, { ownKeys: throwing, getPrototypeOf: throwing })],
  ['a throwing getter', Object.defineProperty({}, 'coinId', { get: throwing, enumerable: true })],
  ['its own toJSON', { toJSON: () => ({ coinId: 'peaq' }) }],
  ['its own toString', { toString: () => 'peaq' }],
  ['its own primitive', { [Symbol.toPrimitive]: () => 'peaq' }],
  ['a promise of its own', Object.fromEntries([['then', throwing]])],
  ['a hole in an array', Object.assign(Array(2), { 1: CANARY })],
  ['an inherited object', Object.create({ coinId: 'peaq' })],
  ['own __proto__', polluted('__proto__')],
  ['own constructor', polluted('constructor')],
  ['own prototype', polluted('prototype')],
  ['__proto__ from JSON', JSON.parse(`{"__proto__":{"polluted":"${CANARY}"}}`)],
  ['a getter', Object.defineProperty({}, 'coinId', { get: () => 'peaq', enumerable: true })],
  ['a symbol key', { [Symbol(CANARY)]: 1 }],
  ['a deep nest', nested(50)],
  ['a very deep nest', nested(100_000)],
  ['a ring', ring()],
  ['a strange field', { [CANARY]: CANARY }],
  ['an array', [CANARY]],
  ['holes', Array(5)],
  ['a huge empty array', Array(4_000_000_000)],
  ['an array of a million', Array(1_000_000).fill(CANARY)],
]

/** Wrong in place of every field that takes a text. */
const WRONG_TEXT: readonly unknown[] = [true, {}, [], ...NEVER.map(([, value]) => value)]

const BROKEN_TEXT = [
  '',
  '   ',
  `${CANARY}\u0000`,
  `${CANARY}\u0007bell`,
  `\u202e${CANARY}`,
  `${CANARY}\u2066`,
  `${CANARY}\ud800`,
  `\udfff${CANARY}`,
  `${CANARY}\u001b[31m`,
  CANARY.repeat(8_000),
]

const WRONG_ID = [
  ...BROKEN_TEXT,
  `${CANARY}-unknown`,
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '../../etc/passwd',
  'PEAQ',
  'peaq ',
  ' peaq',
  'pe\u0430q',
  "peaq' OR '1'='1",
  '-peaq',
  'x'.repeat(65),
]

const WRONG_DECIMAL = [
  ...BROKEN_TEXT,
  CANARY,
  '0',
  '0.0',
  '0.000000000000000000',
  '-1',
  '-0',
  '+1',
  '1e5',
  '1E-3',
  '1e999999999',
  'NaN',
  'Infinity',
  '0x10',
  '0b1',
  '01',
  '.5',
  '5.',
  '1,000',
  '1_000',
  ' 1',
  '1 ',
  '1\n',
  '\u0661',
  '\uff11',
  '1\u200b',
  '1.0000000000000000001',
  '1000000000000000000',
  '9'.repeat(60_000),
  'null',
  'undefined',
]

const WRONG_WORD = [...BROKEN_TEXT, CANARY, 'Buy', 'BUY', 'buy ', '__proto__', 'constructor', 'toString']
const WRONG_DAY = [
  ...WRONG_WORD,
  '2026-13-01',
  '2026-02-30',
  '26-01-01',
  '2026-01-01T00:00:00+01:00',
  '2026-01-01T25:00:00Z',
  '-2026-01-01',
]

/** For each kind of field: what it must refuse. `null` and leaving the field out are added where they are wrong. */
export const WRONG = {
  id: [...WRONG_ID, ...WRONG_TEXT],
  decimal: [...WRONG_DECIMAL, ...WRONG_TEXT],
  // A rebate is a fee below zero.
  signed: [...WRONG_DECIMAL.filter((value) => !/^-[1-9]\d*(\.\d+)?$/.test(value)), ...WRONG_TEXT],
  // Nothing typed yet is a question, too.
  search: [...BROKEN_TEXT.slice(1), ...WRONG_TEXT],
  // A price of nothing is one: what an airdrop gave away.
  price: [...WRONG_DECIMAL.filter((value) => !/^0(\.0+)?$/.test(value)), ...WRONG_TEXT],
  word: [...WRONG_WORD, ...WRONG_TEXT],
  ticker: [...BROKEN_TEXT, 'A B', 'A/B', 'A\u200bB', 'A'.repeat(100), ...WRONG_TEXT],
  day: [...WRONG_DAY, ...WRONG_TEXT],
  line: [...BROKEN_TEXT, ...WRONG_TEXT],
  // Many lines may be empty, or blank.
  note: [...BROKEN_TEXT.slice(2), ...WRONG_TEXT],
  // Taken exactly as it comes, so that only what no keyboard makes is refused.
  secret: ['', `${CANARY}\u0000`, `${CANARY}\ud800`, `\udfff${CANARY}`, CANARY.repeat(8_000), ...WRONG_TEXT],
  flag: ['true', '', CANARY, 0, 1, [], {}, ...NEVER.map(([, value]) => value)],
  count: [
    0,
    -7,
    1.5,
    '5',
    '',
    CANARY,
    true,
    [],
    {},
    ...NEVER.filter(([name]) => name !== 'a number').map(([, value]) => value),
  ],
  lines: [
    CANARY,
    {},
    true,
    [1],
    [null],
    [['peaq']],
    ...BROKEN_TEXT.map((text) => [text]),
    Array(100).fill('tag'),
    ...NEVER.filter(([name]) => name !== 'an array').map(([, value]) => value),
  ],
  ids: [
    CANARY,
    {},
    true,
    [1],
    [null],
    ...WRONG_ID.map((text) => [text]).filter(([text = '']) => !/^[a-z0-9][a-z0-9-]*$/.test(text)),
    Array(5_000).fill('peaq'),
    ...NEVER.filter(([name]) => name !== 'an array').map(([, value]) => value),
  ],
} as const satisfies Record<string, readonly unknown[]>

export type FieldKind = keyof typeof WRONG
