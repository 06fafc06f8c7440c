// What a text that came alive would leave in the page, and how to look for it. Runs in the page.

/** Makes `__xss()` count; elements that no screen of the app has, and attributes that none of its elements has. */
export const WATCH = `(() => {
  globalThis.__ran = 0
  globalThis.__xss = () => { globalThis.__ran += 1 }
  const strange = 'img, iframe, object, embed, video, audio, base, math, marquee, body style, body script, foreignObject, template, [srcdoc], [formaction], form[action], meta[http-equiv]'
  globalThis.__made = () => [
    ...[...document.querySelectorAll(strange)].map((found) => found.outerHTML.slice(0, 100)),
    ...[...document.querySelectorAll('*')].flatMap((element) => [...element.attributes]
      .filter(({ name, value }) => /^on/i.test(name) || (/^(xlink:)?(href|src|action|data)$/i.test(name) && !/^(#|\\/|\\.\\/|https:\\/\\/app\\.prelist\\.invalid\\/|app:\\/\\/prelist\\/)/.test(value)))
      .map(({ name, value }) => element.tagName + ' ' + name + '=' + value.slice(0, 100))),
  ]
  // White space is the browser's to show; everything else has to be there letter by letter.
  const plain = (text) => text.replace(/\\s+/g, ' ').trim()
  globalThis.__shows = (text) => {
    const wanted = plain(text)
    return plain(document.body.textContent).includes(wanted) ||
      [...document.querySelectorAll('input, textarea')].some(({ value }) => plain(value).includes(wanted))
  }
  globalThis.__until = async (holds) => {
    for (let turn = 0; turn < 1200; turn++) {
      if (holds()) return true
      await new Promise((next) => requestAnimationFrame(next))
    }
    return false
  }
})()`

/** Opens what belongs to each text, one after another, and answers the texts that were not seen as they are. */
export const visitAll = (steps: readonly { open: string; texts: readonly string[] }[]): string =>
  `(async () => {
    const unseen = []
    const made = new Set()
    for (const { open, texts } of ${JSON.stringify(steps)}) {
      if (open.startsWith('#')) location.hash = open
      else if (!(await __until(() => document.querySelector(open) !== null))) { unseen.push('no ' + open); continue }
      else document.querySelector(open).click()
      for (const text of texts) if (!(await __until(() => __shows(text)))) unseen.push(open + ': ' + text.slice(0, 60))
      for (const found of __made()) made.add(found)
    }
    return { unseen, made: [...made], ran: __ran, title: document.title }
  })()`
