// A new exchange is led by the compiler: its id alone is red in each registry and nowhere else, its files and one line in each of
// them make it green, and a member that is left out is red. The exchange is that of test/new-exchange/. Nothing else of the app goes
// by the id of an exchange.

import { execFileSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { GENERAL } from '../../electron/exchanges/general.ts'
import { FACTS } from '../../shared/venues/fact-sheets.ts'
import { BINANCE } from '../exchanges/binance.ts'
import { POLONIEX_FACTS } from '../new-exchange/shared/venues/facts/poloniex.ts'
import { POLONIEX as RECORD } from '../new-exchange/shared/venues/poloniex.ts'
import { borrow, plant, ROOT, runTool } from './planted.ts'

const NEW = join(ROOT, 'test/new-exchange')
const COPIED = ['shared', 'electron/exchanges', 'electron/ports', 'test/exchanges']

/** Each registry, and the line in it that the new exchange is given; the first one names its id. */
const REGISTRIES: [file: string, after: string, line: string, imported: string][] = [
  [
    'shared/venues/fact-sheets.ts',
    "import { OKX_FACTS } from './facts/okx.ts'",
    'poloniex: POLONIEX_FACTS',
    './facts/poloniex.ts',
  ],
  ['shared/venues/records.ts', "import { OKX } from './okx.ts'", 'poloniex: POLONIEX', './poloniex.ts'],
  ['electron/exchanges/registry.ts', "import { OKX } from './okx.ts'", 'poloniex: POLONIEX', './poloniex.ts'],
  ['test/exchanges/all.ts', "import { OKX } from './okx.ts'", 'poloniex: POLONIEX', './poloniex.ts'],
]

let dir = ''
let remove = () => {}

beforeAll(() => {
  const planted = plant({ 'package.json': '{ "type": "module" }' })
  dir = planted.dir
  remove = planted.remove
  for (const folder of COPIED) cpSync(join(ROOT, folder), join(dir, folder), { recursive: true })
  borrow(dir, 'tsconfig.base.json')
  const options = { types: ['node'], noEmit: true, composite: false, incremental: false }
  const config = { extends: './tsconfig.base.json', compilerOptions: options, include: ['shared', 'electron', 'test'] }
  writeFileSync(join(dir, 'tsconfig.json'), JSON.stringify(config))
  change('shared/venues/known.ts', (text) => text.replace(/^} as const$/m, "  poloniex: 'Poloniex',\n} as const"))
})
afterAll(() => remove())

function change(file: string, how: (text: string) => string): void {
  writeFileSync(join(dir, file), how(readFileSync(join(dir, file), 'utf8')))
}

/** The errors of the compiler, each as its file and what it says. */
function errors(): string[] {
  const { stdout } = runTool(dir, 'typescript/bin/tsc', ['-p', '.', '--pretty', 'false'])
  return stdout.split('\n').filter((line) => line.includes('error TS'))
}

/** The new exchange's own files in their places; what they import is named from there. */
function putInPlace(): void {
  for (const name of readdirSync(NEW, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))) {
    const from = join(NEW, name)
    const text = readFileSync(from, 'utf8').replace(/from '(\.[^']+)'/g, (_, specifier: string) => {
      const target = resolve(dirname(from), specifier)
      const place = target.startsWith(NEW + sep) ? relative(NEW, target) : relative(ROOT, target)
      const path = relative(dirname(name), place).replaceAll(sep, '/')
      return `from '${path.startsWith('.') ? path : `./${path}`}'`
    })
    writeFileSync(join(dir, name), text)
  }
}

test('its id alone is red in each registry, and nowhere else', () => {
  const found = errors()
  expect(found.map((line) => line.slice(0, line.indexOf('('))).sort()).toEqual(REGISTRIES.map(([file]) => file).sort())
  expect(found.filter((line) => !line.includes("'poloniex'"))).toEqual([])
})

test('its own files and one line in each registry are all that it takes', () => {
  putInPlace()
  for (const [file, after, line, imported] of REGISTRIES) {
    const name = line.split(': ')[1]
    change(file, (text) =>
      text
        .replace(after, `${after}\nimport { ${name} } from '${imported}'`)
        .replace(/^( {2}okx: .*)$/m, `$1\n  ${line},`),
    )
  }
  expect(errors()).toEqual([])
})

test('each member that is left out is red', () => {
  const parts: [type: string, from: string, whole: string, value: object][] = [
    ['ExchangeAdapter', './electron/exchanges/exchange.ts', 'ADAPTER', GENERAL],
    ['StandIn', './test/exchanges/stand-in.ts', 'STAND_IN', BINANCE],
    ['Dialect', './test/exchanges/server.ts', 'STAND_IN.dialect', BINANCE.dialect],
    ['VenueRecord', './shared/venues/record.ts', 'RECORD', RECORD],
    ['VenueFacts', './shared/venues/facts/sheet.ts', 'FACTS', POLONIEX_FACTS],
  ]
  const lines = parts.flatMap(([type, , whole, value]) =>
    Object.keys(value).map((name) => ({
      type,
      name,
      line: `{ const { ${name}, ...rest } = ${whole}; seen(${name}); take${type}(rest) }`,
    })),
  )
  const head = [
    "import { POLONIEX as ADAPTER } from './electron/exchanges/poloniex.ts'",
    "import { POLONIEX as STAND_IN } from './test/exchanges/poloniex.ts'",
    "import { POLONIEX as RECORD } from './shared/venues/poloniex.ts'",
    "import { POLONIEX_FACTS as FACTS } from './shared/venues/facts/poloniex.ts'",
    ...parts.map(([type, from]) => `import type { ${type} } from '${from}'`),
    'const seen = (value: unknown) => value',
    ...parts.map(([type]) => `const take${type} = (value: ${type}) => seen(value)`),
  ]
  writeFileSync(
    join(dir, 'test/left-out.ts'),
    [...head, ...lines.map(({ line }) => line)].join('\n').replaceAll("from './", "from '../"),
  )
  const found = errors()
  const silent = lines.filter(({ type, name }, at) => {
    const place = `test/left-out.ts(${head.length + at + 1},`
    return !found.some((line) => line.startsWith(place) && line.includes(`'${name}'`) && line.includes(type))
  })
  expect(silent).toEqual([])
  expect(lines.length).toBeGreaterThan(35)
  expect(found).toHaveLength(lines.length)
})

test('no other file of the app has a table by the ids of exchanges, nor asks for one of them', () => {
  const ids = Object.keys(FACTS).filter((id) => id !== 'gateway')
  const named = new RegExp(`['"\`](?:${ids.join('|')})['"\`]|^\\s*(?:${ids.join('|')}): (?!\\()`, 'm')
  const own = [
    ...REGISTRIES.map(([file]) => file),
    'shared/venues/known.ts',
    ...ids.map((id) => `shared/venues/${id}.ts`),
  ]
  const files = execFileSync('git', ['ls-files', 'electron', 'shared', 'renderer'], { cwd: ROOT, encoding: 'utf8' })
    .split('\n')
    .filter(
      (file) => /\.tsx?$/.test(file) && !/^(shared\/catalog|renderer\/messages)\//.test(file) && !own.includes(file),
    )
  expect(files.length).toBeGreaterThan(300)
  expect(files.filter((file) => named.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([])
})
