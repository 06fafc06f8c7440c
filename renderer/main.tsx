// Mounts the page, starts listening to the backend, and asks for the first data.

import { flushSync } from 'react-dom'
import { createRoot, hydrateRoot, type Root } from 'react-dom/client'
import { Page } from './app/Page.tsx'
import { beginSession } from './state/begin.ts'
import { startClock } from './state/clock-store.ts'
import { beginWith, takeFirstAnswers } from './state/first-answers.ts'
import { parseRoute } from './state/route.ts'
import '@fontsource-variable/inter/wght.css'
import './ui/styles/tokens.css'
import './ui/styles/base.css'
import './ui/styles/layout.css'
import './ui/styles/controls.css'
import './ui/styles/fields.css'
import './ui/styles/marks.css'
import './ui/styles/table.css'
import './ui/styles/cells.css'
import './ui/styles/panel.css'
import './ui/styles/ticket.css'
import './ui/styles/portfolio.css'
import './ui/styles/accounts.css'
import './ui/styles/pictures.css'
import './ui/styles/feedback.css'
import './ui/styles/market.css'
import './ui/styles/narrow.css'
import './ui/styles/forced-colors.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

/** A list that takes longer is waited for on the screen. */
const FIRST_ROWS_WITHIN_MS = 100

/** Takes over what the document shows already, in one step: from then on it can be pressed. */
function takeOver(container: HTMLElement): Root {
  const drawn = flushSync(() => hydrateRoot(container, <Page />))
  void beginSession()
  return drawn
}

async function drawAnew(container: HTMLElement): Promise<Root> {
  container.replaceChildren()
  const late = new Promise((resolve) => setTimeout(resolve, FIRST_ROWS_WITHIN_MS))
  // Drawn empty first, the page would be laid out and painted twice, and the rows would wait for that.
  await Promise.race([beginSession(), late])
  const drawn = createRoot(container)
  drawn.render(<Page />)
  return drawn
}

startClock()
const answers = takeFirstAnswers()
// The shells do not see which screen the address asks for, so the document has the first one.
const isFirstScreen = parseRoute(location.hash).screen === 'watchlist'
if (answers !== null) beginWith(answers)
const page = answers !== null && isFirstScreen ? takeOver(root) : await drawAnew(root)

// Under the dev server alone, where a changed view takes the old one's place and the stores stay. A build has no `hot`.
import.meta.hot?.accept('./app/Page.tsx', (changed) => {
  const Changed = changed?.['Page'] as typeof Page | undefined
  if (Changed !== undefined) page.render(<Changed />)
})
