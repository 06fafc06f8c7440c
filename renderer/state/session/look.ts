// Puts theme and density on the document, where the style sheets read them.

import type { Settings } from '../../../shared/app.ts'

/** `system` leaves the choice to the system; the others set it. */
export function applyLook({ theme, density }: Pick<Settings, 'theme' | 'density'>): void {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset['theme']
  else dataset['theme'] = theme
  dataset['density'] = density
}
