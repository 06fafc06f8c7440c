// Views and actions are tested as they are once the words of answers have been loaded.

import { loadAnswerWords } from '../../renderer/answer-words.ts'

await loadAnswerWords()
