// The sheet of shortcuts, which is loaded after the first paint.

import { lateView } from '../../ui/late/late-view.ts'

export const KEY_SHEET = lateView(async () => (await import('./KeySheet.tsx')).KeySheet)
