// Scripts that the benchmark puts into a page before its own, to see from within when something was painted.

/**
 * Notes the time (epoch milliseconds) after the first frame in which `selector` matches at least `count` elements. The
 * frame's own callback runs before it is painted; a message that is sent from there arrives after.
 */
export function paintedScript(selector: string, count: number): string {
  return `globalThis.painted = new Promise((resolve) => {
    const look = () => {
      if (document.querySelectorAll(${JSON.stringify(selector)}).length < ${count}) return requestAnimationFrame(look)
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve(performance.timeOrigin + performance.now())
      port2.postMessage(null)
    }
    requestAnimationFrame(look)
  })`
}

/**
 * Keeps, for each key press, the milliseconds from the event's own time stamp to the paint of the next frame, and for
 * each frame the milliseconds since the frame before it.
 */
export const LATENCY_SCRIPT = `{
  const bench = { keys: [], frames: [] }
  globalThis.bench = bench
  let before = 0
  const frame = (now) => {
    if (before !== 0) bench.frames.push(now - before)
    before = now
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
  addEventListener('keydown', (event) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => bench.keys.push(performance.now() - event.timeStamp)
      port2.postMessage(null)
    })
  }, true)
}`
