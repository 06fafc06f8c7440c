// Names as the eye reads them: letters of other scripts and figures that pass for Latin ones become those. Two names with the
// same skeleton cannot be told apart at a glance. Pure.

import { CONFUSABLE } from './confusables.ts'

/** Letters that no decomposition turns into the Latin one they look like: Cyrillic, Greek, Armenian, Latin of phonetics. */
const LETTERS: readonly (readonly [latin: string, alike: string])[] = [
  ['a', 'аαɑ⍺'],
  ['b', 'ЬьƄɓʙВв'],
  ['c', 'сϲⅽƈᴄ'],
  ['d', 'ԁɗđⅾᏧ'],
  ['e', 'еєɛҽəϵ℮'],
  ['f', 'ƒϝք'],
  ['g', 'ɡցġɠ'],
  ['h', 'һհħнҺ'],
  ['i', 'іıɩιӏїί'],
  ['j', 'јϳʝ'],
  ['k', 'кκĸƙ'],
  ['l', 'ⅼłɫʟӀ'],
  ['m', 'мⅿɱ'],
  ['n', 'ոռηпɲŋ'],
  ['o', 'оοօσøᴏө'],
  ['p', 'рρƿᴩ'],
  ['q', 'ԛգʠ'],
  ['r', 'гᴦɼʀ'],
  ['s', 'ѕʂꜱ'],
  ['t', 'тτŧƭ'],
  ['u', 'սυʋцμ'],
  ['v', 'ѵνᴠ'],
  ['w', 'ԝѡωɯ'],
  ['x', 'хχⅹ'],
  ['y', 'уүγʏ'],
  ['z', 'ᴢʐżƶ'],
]
/** Also by the small form that a letter has in its own script, as Cherokee ones have: names are read in small letters. */
const LATIN = new Map(
  [...Object.entries(CONFUSABLE), ...LETTERS].flatMap(([latin, alike]) =>
    [...alike].flatMap((letter) => [letter, letter.toLowerCase()].map((form) => [form, latin] as const)),
  ),
)

/** Figures and letters that stand for each other; `i`, `l` and `1` are one, as they are in many fonts. */
const FIGURES: Readonly<Record<string, string>> = {
  ...{ '0': 'o', '1': 'l', i: 'l', '2': 'z', '3': 'e', '4': 'a', '5': 's', '6': 'b', '7': 't', '8': 'b', '9': 'g' },
}
/** Two letters that together look like one. */
const PAIRS: readonly (readonly [pair: string, letter: string])[] = [
  ['rn', 'm'],
  ['vv', 'w'],
  ['cl', 'd'],
]

/** Small letters without marks, each of another script as the Latin one that it looks like. */
export const latinOf = (name: string): string =>
  [...name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()]
    .map((letter) => LATIN.get(letter) ?? letter)
    .join('')

/** With figures as the letters that they stand for. */
export const letteredOf = (name: string): string =>
  [...latinOf(name)].map((letter) => FIGURES[letter] ?? letter).join('')

/** How a name reads at a glance. */
export const skeletonOf = (name: string): string =>
  PAIRS.reduce((text, [pair, letter]) => text.replaceAll(pair, letter), letteredOf(name))

const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u]
/** Scripts that nobody mixes with Latin letters in one word; those of East Asia do, and have none that passes for one. */
const FOREIGN =
  /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u

/** Whether letters of several scripts stand in one name; figures and hyphens belong to all. */
export function mixesScripts(name: string): boolean {
  const found = SCRIPTS.filter((script) => script.test(name)).length
  return found > 1 || (/\p{Script=Latin}/u.test(name) && FOREIGN.test(name))
}
