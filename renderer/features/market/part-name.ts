// The name that a source has for a part of its grades, in words.

/** `COMMUNITY_SCORE` as a reader has it: `Community score`. */
export function partName(name: string): string {
  const spaced = name.replaceAll('_', ' ').toLowerCase()
  return `${spaced.slice(0, 1).toUpperCase()}${spaced.slice(1)}`
}
