// Mounts the page, starts listening to the backend, and asks for the first data.

import { CSPProvider } from '@base-ui/react/csp-provider'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { startClock } from './state/clock-store.ts'
import { startSession } from './state/start.ts'
import { PageBoundary } from './ui/ErrorBoundary.tsx'
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

startClock()
const late = new Promise((resolve) => setTimeout(resolve, FIRST_ROWS_WITHIN_MS))
// Drawn empty first, the page would be laid out and painted twice, and the rows would wait for that.
await Promise.race([startSession(), late])

const drawn = createRoot(root)
const draw = (View: typeof App) =>
  drawn.render(
    <StrictMode>
      {/* The page's policy allows no style element. */}
      <CSPProvider disableStyleElements>
        <PageBoundary>
          <View />
        </PageBoundary>
      </CSPProvider>
    </StrictMode>,
  )
draw(App)
// Under the dev server alone, where a changed view takes the old one's place and the stores stay. A build has no `hot`.
import.meta.hot?.accept('./app/App.tsx', (changed) => {
  if (changed !== undefined) draw(changed['App'])
})
