// Keeps a fault in drawing from leaving a blank window: says what happened and offers to draw again.

import { Component, type ReactNode } from 'react'
import { text } from '../messages/en.ts'

interface Props {
  children: ReactNode
}

/** Shows its children until one of them throws, then an explanation with a way on. */
export class ErrorBoundary extends Component<Props, { message: string | null }> {
  override state: { message: string | null } = { message: null }

  static getDerivedStateFromError(thrown: unknown): { message: string } {
    return { message: thrown instanceof Error ? thrown.message : String(thrown) }
  }

  override render(): ReactNode {
    if (this.state.message === null) return this.props.children
    return (
      <main className="crash">
        <h1>{text.common.crashTitle}</h1>
        <p>{text.common.crashHelp}</p>
        <p className="mono">{this.state.message}</p>
        <button type="button" className="button primary" onClick={() => location.reload()}>
          {text.common.reload}
        </button>
      </main>
    )
  }
}
