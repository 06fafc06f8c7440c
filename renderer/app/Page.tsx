// The page with what stands around all of it; the same in the window and in the document.

import { CSPProvider } from '@base-ui/react/csp-provider'
import { StrictMode } from 'react'
import { PageBoundary } from '../ui/ErrorBoundary.tsx'
import { App } from './App.tsx'

/** `View` is the app; another one under the dev server alone, after a change. */
export function Page({ View = App }: { View?: typeof App }) {
  return (
    <StrictMode>
      {/* The page's policy allows no style element. */}
      <CSPProvider disableStyleElements>
        <PageBoundary>
          <View />
        </PageBoundary>
      </CSPProvider>
    </StrictMode>
  )
}
