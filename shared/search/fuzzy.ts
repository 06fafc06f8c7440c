// How well a name fits what was typed, a typing error forgiven. Pure; of both only letters and digits count.

/** Without accents, in small letters, words set apart by one space. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Longer than any name; more is typed by nobody. */
const MAX_TYPED = 60
/** So long a word forgives one error, twice as long two. */
const FORGIVES = 4

/**
 * From 0 (does not fit) to 100 (the same). Both in plain words: the name itself, its beginning, the beginning of a word,
 * some of its letters in a row, and last what differs by a letter or two.
 */
export function matchScore(name: string, typed: string): number {
  const asked = typed.slice(0, MAX_TYPED)
  if (asked === '') return 0
  if (name === asked) return 100
  if (name.startsWith(asked)) return 90
  if (` ${name}`.includes(` ${asked}`)) return 80
  if (asked.length > 1 && name.includes(asked)) return 60
  const errors = Math.min(2, Math.floor(asked.length / FORGIVES))
  if (errors === 0) return 0
  const words = [name, ...name.split(' ')]
  const distance = Math.min(...words.map((word) => distanceOf(word.slice(0, asked.length + errors), asked, errors)))
  return distance > errors ? 0 : 50 - distance * 10
}

/** How many letters are other, missing, too many, or changed places; past `most` the number says no more than that. */
export function distanceOf(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let [older, row] = [[] as number[], Array.from({ length: other.length + 1 }, (_, at) => at)]
  for (let a = 1; a <= one.length; a += 1) {
    const next = [a]
    for (let b = 1; b <= other.length; b += 1) {
      const same = one[a - 1] === other[b - 1] ? 0 : 1
      const turned = a > 1 && b > 1 && one[a - 1] === other[b - 2] && one[a - 2] === other[b - 1]
      const steps = Math.min((row[b] ?? 0) + 1, (next[b - 1] ?? 0) + 1, (row[b - 1] ?? 0) + same)
      next.push(turned ? Math.min(steps, (older[b - 2] ?? 0) + 1) : steps)
    }
    ;[older, row] = [row, next]
  }
  return row[other.length] ?? most + 1
}
