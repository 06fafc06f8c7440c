// Views of one thing in one place, of which one is shown: arrows go from tab to tab, and Tab goes into the view.

import { Tabs as Parts } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import styles from './Tabs.module.css'

interface Props<T extends string> {
  value: T
  onChange: (value: T) => void
  className: string
  /** A `TabStrip` and a `TabView`. */
  children: ReactNode
}

/** What tabs and view stand in. */
export function Tabs<T extends string>({ value, onChange, className, children }: Props<T>) {
  return (
    <Parts.Root className={className} value={value} onValueChange={(next: T) => onChange(next)}>
      {children}
    </Parts.Root>
  )
}

/** The tabs; `label` says of what. */
export function TabStrip({ label, tabs }: { label: string; tabs: readonly { value: string; label: string }[] }) {
  return (
    <Parts.List className={styles['strip']} aria-label={label} activateOnFocus>
      {tabs.map((tab) => (
        <Parts.Tab key={tab.value} value={tab.value} className={styles['tab']}>
          {tab.label}
        </Parts.Tab>
      ))}
    </Parts.List>
  )
}

/** The view of the tab that is chosen. */
export function TabView({ value, className, children }: { value: string; className: string; children: ReactNode }) {
  return (
    <Parts.Panel value={value} className={`${className} ${styles['view']}`}>
      {children}
    </Parts.Panel>
  )
}
