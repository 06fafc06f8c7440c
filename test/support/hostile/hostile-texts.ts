// Texts and other leaves of generated messages. Each text carries a mark that no answer, log line or event may repeat.

import fc from 'fast-check'

/** What every mark looks like, in text and in a decimal. */
export const MARK = /zq[0-9a-f]{8}qz|739182\d{4}/i

const mark = fc.nat(0xffffffff).map((number) => `zq${number.toString(16).padStart(8, '0')}qz`)
const digits = fc.nat(9_999).map((number) => `739182${String(number).padStart(4, '0')}`)

const STRANGE = ['\u0000', '\u0007', '\u202e', '\u2066', '\ud800', '\udfff', '\u200b', '\u001b[31m', '\n', '\t', ' ']
const MORE = ['"', "' OR '1'='1", '; DROP TABLE orders', '../../', '%00', '<script>', '${', '\u{1f600}', 'e\u0301', '/']
const ODD_DECIMALS = [
  ...['0', '-0', '+1', '-1', '1e5', '1E-3', '1e999999999', 'NaN', 'Infinity', '0x10', '0b1', '01', '.5', '5.', '1,000'],
  ...[
    '1_000',
    ' 1',
    '1 ',
    '1\n',
    '\u0663',
    '\uff11',
    '\u0661.\u0665',
    '1\u200b',
    '1.2.3',
    'null',
    'true',
    '',
    ' ',
    '{}',
  ],
  ...['9'.repeat(18), '9'.repeat(19), `0.${'0'.repeat(17)}1`, `0.${'0'.repeat(18)}1`, '1.000000000000000001', '0.05'],
]
const DAYS = ['2026-02-29', '2028-02-29', '2026-13-01', '0000-00-00', '2026-12-01T00:00:00Z', '9999-12-31', '26-1-1']
const NAMES = [
  'toString',
  'valueOf',
  'hasOwnProperty',
  'length',
  'name',
  'then',
  'toJSON',
  '0',
  '-1',
  '__defineGetter__',
]

const spoilt = fc
  .tuple(mark, fc.constantFrom(...STRANGE, ...MORE), fc.constantFrom('before', 'after', 'within'))
  .map(([text, strange, where]) => {
    if (where === 'before') return strange + text
    return where === 'after' ? text + strange : `${text.slice(0, 5)}${strange}${text}`
  })

/** Any text: marked, strange, long, or a decimal in a spelling that is nearly right. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: mark },
  mark.map((text) => text.toUpperCase()),
  { weight: 3, arbitrary: spoilt },
  { weight: 2, arbitrary: digits.map((text) => `0.${text}`) },
  digits,
  fc.tuple(digits, fc.constantFrom('e5', '\u0663', '.', '-', '\uff11', ' ')).map(([text, odd]) => text + odd),
  { weight: 2, arbitrary: fc.constantFrom(...ODD_DECIMALS) },
  fc.constantFrom(...DAYS, ...NAMES),
  fc.tuple(mark, fc.constantFrom(2, 4, 7, 34, 42, 1_400, 1_700)).map(([text, times]) => text.repeat(times)),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.uuid(),
)

/** A name for a field that no operation has. */
export const hostileName: fc.Arbitrary<string> = fc.oneof(mark, fc.constantFrom(...NAMES), hostileText)

/** Anything in place of a field that JSON could carry. */
export const hostileLeaf: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: hostileText },
  fc.constantFrom<unknown>(null, undefined, true, false, [], {}, -0, 0, 1, -1, 1e21, 5e-324, 2 ** 53, Number.NaN),
  fc.double(),
  fc.array(hostileText, { maxLength: 4 }),
  fc.array(fc.constant('x'), { minLength: 10, maxLength: 30 }),
  fc.dictionary(hostileName, hostileText, { maxKeys: 3 }),
  fc.jsonValue({ maxDepth: 3 }),
)
