// Keeps a fault in drawing to the part that has it: the rest of the page goes on, and what the stores hold stays.

import { Component, type ReactNode } from 'react'
import { text } from '../messages/en.ts'
import { Icon } from './pictures/Icon.tsx'

interface Props {
  children: ReactNode
  /** What stands in the place of children that could not be drawn; `again` draws them anew. */
  instead: (message: string, again: () => void) => ReactNode
}

/** Shows its children until one of them throws. Another `key` starts it over as well. */
class ErrorBoundary extends Component<Props, { message: string | null }> {
  override state: { message: string | null } = { message: null }

  static getDerivedStateFromError(thrown: unknown): { message: string } {
    return { message: thrown instanceof Error ? thrown.message : String(thrown) }
  }

  override render(): ReactNode {
    const { children, instead } = this.props
    return this.state.message === null ? children : instead(this.state.message, () => this.setState({ message: null }))
  }
}

/** Around the whole page: a fault that no part has kept leaves no blank window, and a way on. */
export function PageBoundary({ children }: { children: ReactNode }) {
  return (
    <ErrorBoundary
      instead={(message) => (
        <main className="crash">
          <h1>{text.common.crashTitle}</h1>
          <p>{text.common.crashHelp}</p>
          <p className="mono">{message}</p>
          <button type="button" className="button primary" onClick={() => location.reload()}>
            {text.common.reload}
          </button>
        </main>
      )}
    >
      {children}
    </ErrorBoundary>
  )
}

/** Around one part of it: a screen, a panel, the header. `title` names a screen, whose own heading is lost with it. */
export function PartBoundary({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <ErrorBoundary
      instead={(message, again) => (
        <div className={title === undefined ? undefined : 'crashed-screen'}>
          {title === undefined ? null : <h1>{title}</h1>}
          <div className="notice bad" role="alert">
            <Icon name="warn" />
            <div>
              <p>
                <strong>{text.common.partCrashed}</strong> {text.common.partCrashedHelp}
              </p>
              <p className="mono">{message}</p>
            </div>
            <button type="button" className="button" onClick={again}>
              {text.common.tryAgain}
            </button>
          </div>
        </div>
      )}
    >
      {children}
    </ErrorBoundary>
  )
}
