// A note as it reads: its Markdown as elements that the page makes itself. Text is only ever text, and a link leads nowhere:
// it says its domain as the network knows it.

import { createContext, type ReactNode, useContext } from 'react'
import { type Block, blocksOf, type Inline, misleads } from '../../../shared/notes/markdown.ts'
import { text } from '../../messages/late/en.ts'
import { Badge } from '../Badge.tsx'
import { CheckedLink } from '../links/CheckedLink.tsx'
import styles from './NoteText.module.css'

/** Longer notes are shown as they were typed: nobody reads so many marks. */
const MAX_MARKED = 20_000

/** The coin that the note stands at; links are held against its official sites first. */
const Coin = createContext<string | null>(null)

function Link({ label, url, domain }: Extract<Inline, { kind: 'link' }>) {
  return (
    <CheckedLink coinId={useContext(Coin)} link={url} label={label}>
      {misleads({ label, domain }) ? (
        <Badge tone="bad" icon="warn">
          {text.notes.misleads(domain)}
        </Badge>
      ) : null}
    </CheckedLink>
  )
}

function Part({ part }: { part: Inline }): ReactNode {
  if (part.kind === 'text') return part.text
  if (part.kind === 'code') return <code>{part.text}</code>
  if (part.kind === 'link') return <Link {...part} />
  return part.kind === 'strong' ? (
    <strong>
      <Parts parts={part.parts} />
    </strong>
  ) : (
    <em>
      <Parts parts={part.parts} />
    </em>
  )
}

/** Parts have no identity but their place, and are drawn anew as a whole. */
const Parts = ({ parts }: { parts: readonly Inline[] }) =>
  parts.map((part, at) => <Part key={placed(at)} part={part} />)

const placed = (at: number): string => `part ${at}`

function BlockView({ block }: { block: Block }) {
  if (block.kind === 'code') return <pre className={styles['code']}>{block.text}</pre>
  if (block.kind === 'list') {
    const items = block.items.map((parts, at) => (
      <li key={placed(at)}>
        <Parts parts={parts} />
      </li>
    ))
    return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
  }
  const inside = <Parts parts={block.parts} />
  if (block.kind === 'quote') return <blockquote className={styles['quote']}>{inside}</blockquote>
  // A heading of a note is none of the page's: whoever jumps from heading to heading stays on the screen's own.
  return <p className={block.kind === 'heading' ? styles['heading'] : styles['paragraph']}>{inside}</p>
}

/** The whole note. */
export function NoteText({ note, coinId }: { note: string; coinId: string | null }) {
  const blocks: Block[] = note.length > MAX_MARKED ? [{ kind: 'code', text: note }] : blocksOf(note)
  return (
    <Coin value={coinId}>
      <div className={styles['note']}>
        {blocks.map((block, at) => (
          <BlockView key={placed(at)} block={block} />
        ))}
      </div>
    </Coin>
  )
}
