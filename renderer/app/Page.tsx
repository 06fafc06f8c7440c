// The page with what stands around all of it; the same in the window and in the document.

import { CSPProvider } from '@base-ui/react/csp-provider'
import { StrictMode } from 'react'
import { PageBoundary } from '../ui/ErrorBoundary.tsx'
import { App } from './App.tsx'

/** The page. */
export function Page() {
  return (
    <StrictMode>
      {/* The page's policy allows no style element. */}
      <CSPProvider disableStyleElements>
        <PageBoundary>
          <App />
        </PageBoundary>
      </CSPProvider>
    </StrictMode>
  )
}
