// What can be done with the chosen rows.

import { type FormEvent, useState } from 'react'
import { text } from '../../../messages/late/en.ts'
import { useCoins } from '../../../state/coins/coins-store.ts'
import { Question } from '../../../ui/overlay/Question.tsx'
import { useWatchlist } from '../watchlist-store.ts'
import { markChosen, removeChosen } from './batch-actions.ts'
import { COMPARED } from './CompareView.tsx'
import { choose, chooseListed } from './choosing.ts'
import { listedCount, useListed } from './listed-store.ts'
import styles from './Tools.module.css'

const words = text.list.choosing

function TagForm() {
  const [tag, setTag] = useState('')
  const isEmpty = tag.trim() === ''
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (isEmpty) return
    void markChosen({ addTags: [tag.trim()] })
    setTag('')
  }
  return (
    <form className={styles['nameForm']} onSubmit={add}>
      <input
        className="input"
        aria-label={words.tag}
        placeholder={words.tag}
        maxLength={40}
        value={tag}
        onChange={({ target }) => setTag(target.value)}
      />
      <button type="submit" className="button" aria-disabled={isEmpty || undefined}>
        {words.addTag}
      </button>
      <button
        type="button"
        className="button"
        aria-disabled={isEmpty || undefined}
        onClick={() => (isEmpty ? undefined : void markChosen({ removeTags: [tag.trim()] }))}
      >
        {words.removeTag}
      </button>
    </form>
  )
}

/** The bar, while rows are being chosen. */
export function ChooseBar() {
  const chosen = useWatchlist((state) => state.chosen)
  const set = useWatchlist((state) => state.set)
  const listed = useListed(listedCount)
  const all = useCoins((state) => state.coins.value)
  if (chosen === null) return null
  const count = chosen.size
  const own = all?.filter(({ id, origin }) => origin === 'own' && chosen.has(id)).length ?? 0
  const canCompare = count >= 2 && count <= COMPARED
  return (
    <section className={styles['chooseBar']} aria-label={words.title}>
      <strong aria-live="polite">{words.count(count)}</strong>
      <button type="button" className="button" onClick={chooseListed}>
        {words.all(listed)}
      </button>
      {count === 0 ? (
        <span className="hint">{words.help}</span>
      ) : (
        <>
          <TagForm />
          <button type="button" className="button" onClick={() => void markChosen({ watched: true })}>
            {words.watch}
          </button>
          <button type="button" className="button" onClick={() => void markChosen({ watched: false })}>
            {words.unwatch}
          </button>
          <button
            type="button"
            className="button"
            aria-disabled={!canCompare || undefined}
            title={canCompare ? undefined : words.compareHelp(COMPARED)}
            onClick={() => (canCompare ? set({ tool: 'compare' }) : undefined)}
          >
            {words.compare}
          </button>
          <Question
            label={words.remove}
            help={words.removeHelp(own, count - own)}
            yes={words.removeNow(own)}
            no={words.keep}
            busy={false}
            disabled={own === 0}
            onYes={() => void removeChosen()}
          />
        </>
      )}
      <button type="button" className="button" onClick={() => choose(false)}>
        {words.done}
      </button>
    </section>
  )
}
