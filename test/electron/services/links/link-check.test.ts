// The guard against look-alike links: 200 domains that deceive and others that do not, with every miss and every false alarm
// counted and named; then each sign by itself.

import { expect, test } from 'vitest'
import { hostParts } from '../../../../electron/adapters/public-suffix.ts'
import { checkLink, type KnownCoin } from '../../../../electron/services/links/link-check.ts'
import { HARMLESS, LOOK_ALIKES, SITES } from './domain-cases.ts'

const COINS: KnownCoin[] = Object.entries(SITES).map(([name, url]) => {
  const coinId = name.toLowerCase().replaceAll(' ', '-')
  const domain = hostParts(new URL(url).hostname).domain ?? ''
  return { coinId, name, sites: [{ coinId, coinName: name, url, domain, source: 'test', asOf: '2026-11-23' }] }
})
const GRVT = COINS.filter(({ name }) => name === 'Grvt')

const check = (link: string, coins = COINS) => checkLink(link, coins, hostParts)
const warnings = (link: string, coins = COINS) => check(link, coins).warnings

test('of 200 look-alike domains none is missed, and of the others few are taken for one', () => {
  expect(new Set(LOOK_ALIKES).size).toBe(200)
  const missed = LOOK_ALIKES.filter((domain) => check(`https://${domain}/claim`).standing !== 'suspect')
  const alarms = HARMLESS.filter((domain) => check(`https://${domain}/`).standing === 'suspect')
  console.info(
    `look-alikes: ${LOOK_ALIKES.length - missed.length} of ${LOOK_ALIKES.length} found, ${missed.length} missed (${missed.join(', ')}); ` +
      `others: ${alarms.length} of ${HARMLESS.length} taken for one (${alarms.join(', ')})`,
  )
  expect(missed).toEqual([])
  // One letter from an official name, as a look-alike is: which of the two it is no rule can know.
  expect(alarms).toEqual(['parcel.com', 'billion.com'])
})

test.each([
  ['https://grvt.io/', 'official', []],
  ['https://season2.grvt.io/claim?x=1', 'official', []],
  ['HTTPS://WWW.GRVT.IO.', 'official', []],
  ['grvt.io/claim', 'official', []],
  ['http://grvt.io/', 'suspect', ['not-encrypted']],
  ['https://grvt.io@evil.example/', 'suspect', ['user-info']],
  ['https://me:@grvt.io/', 'suspect', ['user-info']],
  ['https://grvt.io\\@evil.example/', 'official', []],
  ['https://evil.example\\@grvt.io/', 'other', []],
  ['https://grvt.io.evil.example/', 'suspect', ['name-in-front']],
  ['https://grvt-io.evil.example/', 'suspect', ['name-in-front']],
  ['https://grvt.xyz/', 'suspect', ['other-ending']],
  ['https://claim-grvt.io/', 'suspect', ['added-words']],
  ['https://gr\u0475t.io/', 'suspect', ['homograph', 'mixed-scripts']],
  ['https://grtv.io/', 'suspect', ['swapped-letters']],
  ['https://grvt.pages.dev/', 'suspect', ['other-ending', 'free-host']],
  ['https://anything.netlify.app/', 'suspect', ['free-host']],
  ['https://sites.google.com/view/grvt', 'suspect', ['free-host']],
  ['https://bit.ly/3xyz', 'suspect', ['shortener']],
  ['https://93.184.216.34/', 'suspect', ['ip-address']],
  ['https://[2606:2800:220:1::]/', 'suspect', ['ip-address']],
  ['https://claim-airdrop.example/', 'suspect', ['bait-words']],
  ['https://coingecko.com/', 'other', []],
  ['https://b\u00fccher.example/', 'other', []],
  ['javascript:alert(1)', 'no-address', []],
  ['data:text/html,x', 'no-address', []],
  ['just words', 'no-address', []],
  ['localhost', 'no-address', []],
  ['', 'no-address', []],
])('%s is %s %j', (link, standing, expected) => {
  const verdict = check(link, GRVT)
  expect([verdict.standing, verdict.warnings]).toEqual([standing, expected])
})

test('what stands side by side: the host in ASCII and as it reads, the domain, and the official site with its source', () => {
  expect(check('https://app.gr\u0475t.io/x', GRVT)).toMatchObject({
    host: 'app.xn--grt-3kd.io',
    shown: 'app.gr\u0475t.io',
    domain: 'xn--grt-3kd.io',
    official: { coinName: 'Grvt', domain: 'grvt.io', source: 'test', asOf: '2026-11-23' },
  })
  // Of one coin its site stands beside whatever is asked; of many only the one that is resembled.
  expect(check('https://coingecko.com/', GRVT).official?.domain).toBe('grvt.io')
  expect(check('https://coingecko.com/').official).toBeNull()
  expect(check('https://parcl.app/').official?.domain).toBe('parcl.co')
})

test('the owner of a page below a company is that page, not the company', () => {
  const site = { coinId: 'x', coinName: 'X', url: 'https://lurk-lab.github.io/', domain: 'lurk-lab.github.io' }
  const coins = [{ coinId: 'x', name: 'Lurk', sites: [{ ...site, source: null, asOf: '2026-01-01' }] }]
  expect(check('https://lurk-lab.github.io/docs', coins).standing).toBe('official')
  expect(warnings('https://lurk-labs.github.io/', coins)).toEqual(['look-alike', 'free-host'])
  expect(check('https://github.io/', coins).standing).toBe('suspect')
  expect(
    check('https://good.co.uk/', [
      { ...coins[0], sites: [{ ...site, source: null, asOf: 'x', domain: 'evil.co.uk' }] } as KnownCoin,
    ]).standing,
  ).toBe('other')
})

test('without an official site a name alone warns of disguises and lures, and of no ending', () => {
  const coins = [{ coinId: 'peaq', name: 'peaq', sites: [] }]
  expect(warnings('https://peaq.network/', coins)).toEqual([])
  expect(warnings('https://peaqnetwork.com/', coins)).toEqual([])
  expect(warnings('https://claim-peaq.com/', coins)).toEqual(['added-words'])
  expect(warnings('https://pe\u0430q.network/', coins)).toEqual(['homograph', 'mixed-scripts'])
  expect(check('https://claim-peaq.com/', coins).official).toBeNull()
})

/** Of each script that has some: Coptic, Cherokee, Lisu, syllabics, Deseret, Carian, Lycian, Miao, Warang Citi, Indic figures, phonetics. */
const CONFUSED: Readonly<Record<string, string>> = {
  a: 'Ꭺᗅꓮ𖽀𐊠аɑ',
  e: 'ꬲᎬꓰ𐊆еҽ',
  g: 'ᶃƍᏀᏳꓖɡց',
  l: 'ǀⵏᛁꓲ𐌠Ꮮᒪꓡӏ',
  n: 'ꓠ𐔓ոռ',
  o: 'ං०੦૦௦౦๐໐၀ᴑⲟჿဝ𐐬০〇ⵔꓳ𐊒оοօ',
  p: 'ⲣᏢᑭꓑ𐊕рρ',
  q: 'զⵕԛ',
  r: 'ꭇⲅᎡᏒᖇꓣг',
  t: 'Ꭲꓔ𐊗𐌕тτ',
  v: '𑜆𑣀ⴸᏙᐯꛟꓦѵν',
}

test('letters of every script that pass for Latin ones are read as these, in names of three and four letters', () => {
  const missed: string[] = []
  let tried = 0
  for (const name of ['ten', 'ola', 'peaq', 'grvt']) {
    const site = `https://${name}.example/`
    const coins: KnownCoin[] = [
      {
        coinId: name,
        name,
        sites: [
          { coinId: name, coinName: name, url: site, domain: `${name}.example`, source: 'test', asOf: '2026-11-23' },
        ],
      },
    ]
    for (const [at, letter] of [...name].entries()) {
      for (const other of CONFUSED[letter] ?? '') {
        const link = `https://${name.slice(0, at)}${other}${name.slice(at + 1)}.example/`
        const { host, standing, warnings } = check(link, coins)
        if (host?.startsWith('xn--') !== true) continue
        tried += 1
        if (standing !== 'suspect' || !warnings.includes('homograph'))
          missed.push(`${link} ${host}: ${warnings.join(' ')}`)
        // The same in the form in which it is registered.
        if (check(`https://${host}/`, coins).standing !== 'suspect') missed.push(host)
      }
    }
  }
  expect(missed).toEqual([])
  expect(tried).toBeGreaterThan(100)
})

test.each([
  // Whole names of one other script, and several letters at once.
  'https://ꓔꓰꓠ.example/',
  'https://Ꭲen.example/',
  'https://ⲟꓡa.example/',
  'https://te\u0578.example/',
  'https://xn--grt-6gd.example/',
  'https://t\u0435\u0578.example/',
])('%s is no honest name', (link) => {
  const coins = ['ten', 'ola', 'grvt'].map((name): KnownCoin => {
    const site = { coinId: name, coinName: name, url: `https://${name}.example/`, domain: `${name}.example` }
    return { coinId: name, name, sites: [{ ...site, source: 'test', asOf: '2026-11-23' }] }
  })
  expect(check(link, coins).standing).toBe('suspect')
})

test.each([
  'https://日本tech.example/',
  'https://bücher.example/',
  'https://пример.example/',
  'https://ελλάδα.example/',
  'https://한국shop.example/',
])('%s is a name as any other', (link) => expect(check(link).standing).toBe('other'))
