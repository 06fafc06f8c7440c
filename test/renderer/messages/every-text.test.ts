// Every text of the app reads as a trader says it: short sentences, none of the phrases of a translation, no codes, no advice.

import { describe, expect, test } from 'vitest'
import { text } from '../../../renderer/messages/late/en.ts'
import { sentencesOf } from '../../../renderer/messages/reasons/sentences.ts'
import { everyText, unsaid } from './every-text.ts'

const MOST_WORDS = 25

/** Phrases that no native speaker says here, and what takes their place. */
const REJECTED: readonly [RegExp, string][] = [
  [/\bstands?\b(?! for)/i, 'is, shows, is listed'],
  [/\bwrit(ten|es?) (down|anew)\b/i, 'saved, recorded'],
  [/\bwhat (has )?became of\b/i, 'its status'],
  [/\bby itself\b/i, 'automatically, or nothing'],
  [/\bbe had\b/i, 'available'],
  [/\bof (its|their|your|my) own\b/i, 'a separate, your'],
  [/\bwhole\b(?! (key|file|private|again))/i, 'full'],
  [/\bfilled whole\b/i, 'fully filled'],
  [/\blook(ed)? again\b/i, 'refresh, check'],
  [/\bis sent no\b/i, 'doesn’t place'],
  [/\bleft alone\b/i, 'rate-limited'],
  [/\bspoken to\b/i, 'connected'],
  [/\bhas told\b|\bdid not tell\b|\bdoes not tell\b|\btells? (of|what)\b/i, 'report, say'],
  [/\btakes? the key\b/i, 'accepts the key'],
  [/\borders that can wait\b/i, 'GTC and post-only orders'],
  [/\bsealed anew\b|\banew\b/i, 're-encrypted, again'],
  [/\bput (aside|in place|together|into)\b/i, 'moved aside, built, saved in'],
  [/\bis? settled\b|\bnot settled\b|\bunsettled\b/i, 'unconfirmed'],
  [/\b(at|for the) present\b/i, 'now'],
  [/\bmeanwhile\b/i, 'just'],
  [/\bany more\b/i, 'anymore'],
  [/\b(whoever|whatever|wherein|thereof|upon|shall)\b/i, 'anyone, anything'],
  [/\bmay (only|not|withdraw|trade|read) /i, 'can'],
  [
    /\b(cannot|does not|do not|did not|is not(?! (sent|placed|investment))|are not|was not|will not|has not|could not|there is)\b/i,
    'a contraction',
  ],
  [/\bthe exchange’s own\b|\bits own words\b/i, 'the exchange’s'],
  [/\bat the exchange\b(?!’)/i, 'on the exchange'],
  [/\bthis machine\b/i, 'this computer'],
  [/\bhalted on\b|\bsending is halted\b/i, 'paused'],
  [/\breckon/i, 'estimate'],
  [/\bvenue\b/i, 'exchange'],
  [/\brefuses?\b(?! it)/i, 'rejects'],
  [/\bdeviation\b/i, 'slippage'],
  [/\bsound\b/i, 'verified, fine'],
  [/\bsomebody\b/i, 'someone'],
  [/\bis known\b/i, 'no price, confirmed'],
]

/** British spelling; the app writes American. */
const BRITISH =
  /\b\w*(cancell|colour|favour|programme|licence|behaviour|centre|organis|recognis|normalis|cheque|whilst)\w*/i

/** A word of the code: SNAKE_CASE, or capitals that are no ticker, currency or abbreviation that a trader uses. */
const CODE = /\b[A-Z]+_[A-Z_]+\b|\{\s*"|\bjson\b|\b[a-z]+[A-Z]\w+\b/
const KNOWN_CASES = /\b(ccxt|libsecret|macOS)\b/

/** What sounds like advice. Saying that it is none is the disclaimer. */
const ADVICE =
  /\b(you should (buy|sell|hold)|we recommend|good (buy|time)|undervalued|overvalued|worth buying|buy now|sell now)\b/i

/** Terms of a file's form that are quoted as they are. */
const QUOTED = /AGE-SECRET-KEY-(PQ-)?1…?|age1pq1|age1…?|prelist\.sqlite|-wal|-shm|ML-KEM-768|X25519/g

const plain = (words: string) => words.replace(QUOTED, '').trim()

const texts = everyText()

const wordsIn = (sentence: string) =>
  plain(sentence)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length

const broken = (isBroken: (words: string) => boolean) => texts.filter(({ text: words }) => isBroken(words))

test('all of them are read', () => {
  expect(texts.length).toBeGreaterThan(2500)
  expect(unsaid()).toEqual([])
})

test(`no sentence has more than ${MOST_WORDS} words`, () => {
  expect(broken((words) => sentencesOf(words).some((sentence) => wordsIn(sentence) > MOST_WORDS))).toEqual([])
})

test('none repeats itself: no sentence twice, no word twice in a row', () => {
  const twice = (words: string) => {
    const all = sentencesOf(words).filter((sentence) => wordsIn(sentence) > 1)
    return new Set(all).size < all.length || /(?<![\p{L}-])(\p{L}+) \1(?!\p{L})/iu.test(words)
  }
  expect(broken(twice)).toEqual([])
})

describe('none is said as a translation says it', () => {
  test.each(REJECTED)('%s: %s', (phrase) => {
    expect(broken((words) => phrase.test(plain(words)))).toEqual([])
  })
})

test('US spelling', () => {
  expect(broken((words) => BRITISH.test(words))).toEqual([])
})

test('no word of the code, no JSON, no "etc"', () => {
  expect(broken((words) => CODE.test(plain(words).replace(KNOWN_CASES, '')) || /\betc\b/i.test(words))).toEqual([])
})

test('two points, a space before one, or two spaces are in none', () => {
  expect(broken((words) => /\.\.(?!\.)| [.,;:!?](\s|$)|\s{2}/.test(words.replace('…', '')))).toEqual([])
})

test('none is advice, and the disclaimer says so', () => {
  expect(broken((words) => ADVICE.test(words))).toEqual([])
  expect(text.shell.disclaimer).toMatch(/^Not investment advice\./)
  expect(text.settings.isNot[0]).toMatch(/^Not investment advice\./)
})

describe('what is broken is found', () => {
  test.each([
    ['Filled whole.', REJECTED],
    ['What became of it is not known.', REJECTED],
    ['It stands at the venue.', REJECTED],
  ] as const)('%s', (words, phrases) => {
    expect(phrases.some(([phrase]) => phrase.test(words))).toBe(true)
  })
})
