// Views and actions are tested as they are once the words of answers have been loaded. The backend's tests draw nothing, and one of
// them puts modules of its own in the place of ours: what is loaded here would come before that.

import { expect } from 'vitest'

const { testPath = '' } = expect.getState()
if (!/[\\/]test[\\/]electron[\\/]/.test(testPath)) {
  const { loadAnswerWords } = await import('../../renderer/answer-words.ts')
  await loadAnswerWords()
}
