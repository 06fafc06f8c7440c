// The palette: one field that finds coins, notes, orders, tasks and what can be done, all by keyboard.

import { type KeyboardEvent, useId, useState } from 'react'
import { text } from '../../messages/late/en.ts'
import { closePalette, searchEverything } from '../../state/search/palette-actions.ts'
import { hitsOfText, usePalette } from '../../state/search/palette-store.ts'
import { Overlay } from '../../ui/overlay/Overlay.tsx'
import styles from './Palette.module.css'
import { type PaletteRow, rowsOf } from './palette-rows.ts'

const words = text.palette

function Row({ row, id, isChosen, onPick }: { row: PaletteRow; id: string; isChosen: boolean; onPick: () => void }) {
  return (
    // The field keeps the focus and has the keys; a press is the same choice.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      className={styles['row']}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPick}
      onKeyDown={onPick}
    >
      <span className={styles['title']}>{row.title}</span>
      <span className="muted">{row.detail}</span>
      <span className="muted">{words.kinds[row.kind]}</span>
    </div>
  )
}

/** `onPick` does what was chosen: the app knows how, and the palette does not. */
export function Palette({ onPick }: { onPick: (target: PaletteRow['target']) => void }) {
  const open = usePalette((state) => state.open)
  const typed = usePalette((state) => state.typed)
  const hits = usePalette(hitsOfText)
  // By its key: hits that come in front of it must not put another row under the next Enter.
  const [chosen, choose] = useState<string | null>(null)
  const listId = useId()
  const rows = rowsOf(typed, hits ?? [])
  const known = rows.findIndex(({ key }) => key === chosen)
  const at = known === -1 ? 0 : known
  const pick = (row: PaletteRow | undefined) => {
    if (row === undefined) return
    closePalette()
    choose(null)
    onPick(row.target)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && rows.length > 0) {
      event.preventDefault()
      choose(rows[(at + step + rows.length) % rows.length]?.key ?? null)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      pick(rows[at])
    }
  }
  return (
    <Overlay open={open} label={words.label} onClose={closePalette}>
      <input
        className="input"
        role="combobox"
        aria-label={words.label}
        aria-expanded={rows.length > 0}
        aria-controls={listId}
        aria-activedescendant={rows.length === 0 ? undefined : `${listId}-${at}`}
        placeholder={words.placeholder}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={typed}
        onChange={({ target }) => {
          choose(null)
          void searchEverything(target.value)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={words.list} className={styles['list']}>
        {rows.map((row, index) => (
          <Row key={row.key} row={row} id={`${listId}-${index}`} isChosen={index === at} onPick={() => pick(row)} />
        ))}
      </div>
      {rows.length === 0 && hits !== null ? <p className="hint">{words.empty}</p> : null}
    </Overlay>
  )
}
