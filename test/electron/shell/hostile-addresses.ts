// Addresses that try to leave the built page, put together at random from a seed.

const HEADS = ['app://prelist', 'app://prelist', 'app://prelist', 'app://prelist', 'APP://prelist', 'app://PRELIST']
const STRANGE_HEADS = [
  'app://prelist:443',
  'app://prelist:0',
  'app://user@prelist',
  'app://user:pass@prelist',
  'app://prelist@evil.example',
  'app://prelist.evil.example',
  'app://evil.prelist',
  'app://prelist%00',
  'app://prelist%2eevil',
  'app://pr\u0435list',
  'app://127.0.0.1',
  'app://[::1]',
  'app://',
  'app:/',
  'app:',
  'app:\\\\prelist',
  'file://',
  'file://prelist',
  'https://prelist',
  'http://prelist',
  'data:text/html,',
  'javascript:',
  'blob:app://prelist',
  'view-source:app://prelist',
  ' app://prelist',
  '\tapp://pre\nlist',
]
const STEPS = [
  '..',
  '.',
  '%2e%2e',
  '%2E.',
  '.%2e',
  '..%2f',
  '..%5c',
  '..\\',
  '%252e%252e',
  '....',
  '%c0%ae%c0%ae',
  '\u2024\u2024',
  '',
]
const NAMES = [
  'index.html',
  'assets',
  'assets/main.js',
  'main.js',
  'secret.txt',
  'main/main.js',
  'etc/passwd',
  'C:/Windows/win.ini',
  '__proto__',
  'constructor',
  'INDEX.HTML',
  '%69ndex.html',
  'index.html%00',
  'index.html\u0000.js',
  'index.html/',
  'index.html.',
  'index.html::$DATA',
  'index.html;x',
  'assets%2fmain.js',
  'assets\\main.js',
  '',
]
const TAILS = [
  '',
  '',
  '',
  '?x=1',
  '#y',
  '?/../../secret.txt',
  '#/../secret.txt',
  '%3fx',
  '%23y',
  '\u0000',
  ' ',
  '/..',
  '/.',
]

/** A small generator of its own, so that a seed means the same everywhere. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** `count` addresses; most are of our own host, with a path that wanders. */
export function hostileAddresses(seed: number, count: number): string[] {
  const random = generator(seed)
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? ''
  return Array.from({ length: count }, () => {
    const head = random() < 0.7 ? pick(HEADS) : pick(STRANGE_HEADS)
    const steps = Array.from({ length: Math.floor(random() * 4) }, () => pick(STEPS))
    return `${head}/${[...steps, pick(NAMES)].join('/')}${pick(TAILS)}`
  })
}
