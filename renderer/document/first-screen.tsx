// Draws the first screen as HTML, for the document: by the page's own components, so that the page can take it over. Built as a
// file of its own, which the shells load.

import { renderToString } from 'react-dom/server'
import { Page } from '../app/Page.tsx'
import { beginWith, type FirstAnswers } from '../state/first-answers.ts'

/** The markup of `#root`. Texts in it are escaped. */
export function drawFirstScreen(answers: FirstAnswers): string {
  beginWith(answers)
  return renderToString(<Page />)
}
