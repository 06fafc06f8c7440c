// `npm run dev`: the page on a fake backend, in any browser, with hot reload. `npm run dev -- app`: the page on the real
// backend in the Chromium shell, built and loaded anew after each change.

import { parseArgs } from 'node:util'
import { runApp } from './app.ts'
import { openPageServer } from './page-server.ts'
import { STATE_NAMES } from './state-names.ts'

const PORT = 5173

const HELP = `npm run dev                     the page on a fake backend, at http://127.0.0.1:${PORT}/
npm run dev -- --port=5180      the same at another port
npm run dev -- app              the page on the real backend, in the Chromium shell; profile: PRELIST_PROFILE or .prelist/dev`

async function servePage(port: number): Promise<void> {
  const server = await openPageServer(port)
  console.log('The page on a fake backend; a change shows at once. Ctrl+C ends it.')
  for (const name of STATE_NAMES) console.log(`  http://127.0.0.1:${port}/?state=${name}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close())
}

/** What keeps it from starting, as a port or a profile in use, is said in words: no stack tells what to do about it. */
async function saying(work: Promise<void>): Promise<void> {
  await work.catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  })
}

const { values, positionals } = parseArgs({
  options: { port: { type: 'string', default: String(PORT) } },
  allowPositionals: true,
})
const port = Number(values.port)

if (positionals.length === 0 && Number.isInteger(port) && port > 0 && port < 65_536) await saying(servePage(port))
else if (positionals.length === 1 && positionals[0] === 'app') await saying(runApp(process.env))
else {
  console.error(HELP)
  process.exitCode = 1
}
