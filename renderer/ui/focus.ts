// Gives the focus to an element without moving more of the page than has to move.

/** Focuses it; what is in sight stays where it is, and what is not is brought into sight by the shortest way. */
export function focusNearby(element: HTMLElement): void {
  element.focus({ preventScroll: true })
  element.scrollIntoView({ block: 'nearest' })
}
