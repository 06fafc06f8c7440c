// Names as the eye reads them: letters of other scripts and figures that pass for Latin ones become those. Two names with the
// same skeleton cannot be told apart at a glance. Pure.

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
const LATIN = new Map(LETTERS.flatMap(([latin, alike]) => [...alike].map((letter) => [letter, latin])))

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

/** Whether letters of several scripts stand in one name; figures and hyphens belong to all. */
export function mixesScripts(name: string): boolean {
  const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u]
  return scripts.filter((script) => script.test(name)).length > 1
}
