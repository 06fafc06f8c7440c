// A choice of one among many: a field that finds it by what is typed, and the list of what it found.

import { Combobox as Parts } from '@base-ui/react/combobox'
import { useMemo } from 'react'
import { text } from '../../messages/en.ts'
import { Icon } from '../pictures/Icon.tsx'
import styles from './Combobox.module.css'
import { FieldFrame } from './FieldFrame.tsx'
import list from './Select.module.css'
import type { Option } from './Select.tsx'

/** So many are drawn: of 100,000 coins nobody reads more, and to draw them all takes seconds. */
const SHOWN = 100

interface Props<T extends string> {
  label: string
  /** None of the options: nothing is chosen. */
  value: T
  options: readonly Option<T>[]
  onChange: (value: T) => void
  fault?: string | undefined
}

/** One combobox. What is typed and not chosen is no choice: the field goes back to the chosen one. */
export function Combobox<T extends string>({ label, value, options, onChange, fault }: Props<T>) {
  const words = useMemo(() => new Map(options.map((option) => [option.value, option.label])), [options])
  return (
    <FieldFrame label={label} fault={fault}>
      {({ className, ...ties }, labelId) => (
        <Parts.Root<T>
          // The values themselves: objects are new ones whenever the page is drawn, and each would undo what is being typed.
          items={[...words.keys()]}
          itemToStringLabel={(item) => words.get(item) ?? item}
          value={words.has(value) ? value : null}
          onValueChange={(next) => (next === null ? undefined : onChange(next))}
          onInputValueChange={(_, details) => {
            // Escape in a closed list would empty the field; it is for the panel around it.
            if (details.reason !== 'escape-key') return
            details.cancel()
            details.allowPropagation()
          }}
          limit={SHOWN}
          autoHighlight
        >
          <Parts.InputGroup className={styles['group']}>
            <Parts.Input {...ties} className={`${className} ${styles['input']}`} />
            <span className={styles['mark']}>
              <Icon name="chevron" />
            </span>
          </Parts.InputGroup>
          <Parts.Portal>
            <Parts.Positioner className={list['place']} align="start" sideOffset={4} collisionPadding={8}>
              <Parts.Popup className={list['popup']}>
                <Parts.Empty className={styles['empty']}>{text.common.noMatch}</Parts.Empty>
                <Parts.List className={list['list']} aria-labelledby={labelId}>
                  {(item: T) => (
                    <Parts.Item key={item} value={item} className={list['item']}>
                      {words.get(item)}
                      <Parts.ItemIndicator className={list['chosen']}>
                        <Icon name="check" />
                      </Parts.ItemIndicator>
                    </Parts.Item>
                  )}
                </Parts.List>
              </Parts.Popup>
            </Parts.Positioner>
          </Parts.Portal>
        </Parts.Root>
      )}
    </FieldFrame>
  )
}
