// A choice of one among several: a button that says the choice, and a list that it opens.

import { Select as Parts } from '@base-ui/react/select'
import type { KeyboardEvent } from 'react'
import { Icon } from '../pictures/Icon.tsx'
import styles from './Select.module.css'

export interface Option<T extends string> {
  value: T
  label: string
}

interface Props<T extends string> {
  value: T
  options: readonly Option<T>[]
  onChange: (value: T) => void
  /** Its name where no label is drawn beside it. */
  label?: string
  /** The element that is its name. */
  labelledBy?: string
  id?: string
  describedBy?: string | undefined
}

/** A letter on a closed list would choose at once, and the next letter again: nothing changes before a choice is made. */
function keepClosed(event: KeyboardEvent & { preventBaseUIHandler(): void }): void {
  if (event.key.length === 1 && event.key !== ' ') event.preventBaseUIHandler()
}

/** One select. A value that is none of the options cannot be chosen, so what it hands on is one of them. */
export function Select<T extends string>({ value, options, onChange, label, labelledBy, id, describedBy }: Props<T>) {
  const name = { 'aria-label': label, 'aria-labelledby': labelledBy }
  return (
    <Parts.Root<T> items={options} value={value} onValueChange={(next) => (next === null ? undefined : onChange(next))}>
      <Parts.Trigger
        onKeyDown={keepClosed}
        {...name}
        id={id}
        aria-describedby={describedBy}
        className={`input ${styles['trigger']}`}
      >
        <Parts.Value className={styles['value']} />
        <Parts.Icon className={styles['mark']}>
          <Icon name="chevron" />
        </Parts.Icon>
      </Parts.Trigger>
      <Parts.Portal>
        <Parts.Positioner
          className={styles['place']}
          alignItemWithTrigger={false}
          align="start"
          sideOffset={4}
          collisionPadding={8}
        >
          <Parts.Popup className={styles['popup']}>
            <Parts.List {...name} className={styles['list']}>
              {options.map((option) => (
                <Parts.Item key={option.value} value={option.value} className={styles['item']}>
                  <Parts.ItemText>{option.label}</Parts.ItemText>
                  <Parts.ItemIndicator className={styles['chosen']}>
                    <Icon name="check" />
                  </Parts.ItemIndicator>
                </Parts.Item>
              ))}
            </Parts.List>
          </Parts.Popup>
        </Parts.Positioner>
      </Parts.Portal>
    </Parts.Root>
  )
}
