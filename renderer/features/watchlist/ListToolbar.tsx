// The buttons of the list's tools; what they open is loaded after the first paint.

import { text } from '../../messages/en.ts'
import { Late } from '../../ui/late/Late.tsx'
import { lateView } from '../../ui/late/late-view.ts'
import { LIST_TOOLS } from './list-tools.ts'
import { toolButtonId, useWatchlist } from './watchlist-store.ts'

const TOOLS = Object.keys(text.coins.tools) as (keyof typeof text.coins.tools)[]
const NOTHING = {}
const NONE: ReadonlySet<string> = new Set()

/** After the tools: they note which rows are listed, and without that no key on a row would choose one. */
const TOOL_AREA = lateView(async () => {
  await LIST_TOOLS.load()
  return (await import('./tools/ToolArea.tsx')).ToolArea
})

/** One button a tool, and one to choose rows. */
export function ListToolbar() {
  const open = useWatchlist((state) => state.tool)
  const isChoosing = useWatchlist((state) => state.chosen !== null)
  const set = useWatchlist((state) => state.set)
  return (
    <div className="list-tools">
      {TOOLS.map((tool) => (
        <button
          key={tool}
          id={toolButtonId(tool)}
          type="button"
          className="button"
          aria-expanded={tool === open}
          onClick={() => set({ tool: tool === open ? null : tool })}
        >
          {text.coins.tools[tool]}
        </button>
      ))}
      <button
        type="button"
        className="button"
        aria-pressed={isChoosing}
        onClick={() => set({ chosen: isChoosing ? null : NONE })}
      >
        {text.coins.choose}
      </button>
    </div>
  )
}

/** What they open. Nobody asks for it before one was pressed, or a filter is there. */
export function ToolArea() {
  const isAsked = useWatchlist(
    ({ tool, chosen, filter }) => tool !== null || chosen !== null || Object.keys(filter.filters).length > 0,
  )
  return <Late view={TOOL_AREA} given={NOTHING} unasked={!isAsked} />
}
