// Faults on demand: what can go wrong between a trader and an exchange, as a script that a test can repeat.

import { z } from 'zod'

const ON_PATTERN = /^(GET|POST|PUT) (\/[A-Za-z0-9{}_-]+)+$/

const when = {
  /** Method and path without query; a segment in braces stands for any value: `GET /v1/orders/{key}`. */
  on: z.string().regex(ON_PATTERN),
  /** The first matching request, counted from 1, that the fault is for. */
  nth: z.int().min(1).default(1),
  /** For how many matching requests in a row. */
  times: z.int().min(1).default(1),
}

/** Faults without a parameter of their own. Those named `before` leave nothing done, those named `after` everything. */
const SIMPLE_FAULTS = [
  'refuse-connection', // the socket is destroyed before the body is read; nothing done
  'drop-before', // the whole request is read, then the socket is destroyed; nothing done
  'hang-before', // the whole request is read and never answered; nothing done
  'drop-after', // done, then the socket is destroyed without an answer
  'hang-after', // done and never answered
  'truncate-after', // done; half of the answer's body, then the socket is destroyed
  'stall-after', // done; half of the answer's body, then silence
  'malformed-json-after', // done; 200 with JSON that ends too early
  'empty-after', // done; 200 without a body
  'empty-object-after', // done; 200 with {}
  'wrong-seal-after', // done; the answer is sealed under a key that nobody has
  'duplicate', // delivered twice; the answer to the second delivery is sent
] as const

export const faultEntry = z.discriminatedUnion('fault', [
  z.strictObject({ ...when, fault: z.enum(SIMPLE_FAULTS) }),
  /** Waits `ms` milliseconds before acting; an order is in flight meanwhile. Then all goes its way. */
  z.strictObject({ ...when, fault: z.literal('delay'), ms: z.int().min(0) }),
  /** An HTML page with this status instead of acting. */
  z.strictObject({ ...when, fault: z.literal('status-before'), status: z.int().min(300).max(599) }),
  /** Done, then an HTML page with this status. */
  z.strictObject({ ...when, fault: z.literal('status-after'), status: z.int().min(300).max(599) }),
  /** Done; the order in the answer has another value in `field`, properly sealed. */
  z.strictObject({
    ...when,
    fault: z.literal('wrong-order-after'),
    field: z.enum(['key', 'market', 'side', 'amount', 'price']).default('amount'),
  }),
])

/** One line of a script as it is written. */
export type FaultEntry = z.input<typeof faultEntry>
/** One line of a script with its defaults filled in. */
export type Fault = z.output<typeof faultEntry>

export interface FaultScript {
  /** The fault for this request, or `null`. Counts the request for every line that it matches. */
  next(method: string, path: string): Fault | null
}

function matches(pattern: string, method: string, path: string): boolean {
  const [wantedMethod, wantedPath = ''] = pattern.split(' ')
  const wanted = wantedPath.split('/')
  const given = path.split('/')
  if (wantedMethod !== method || wanted.length !== given.length) return false
  return wanted.every((segment, at) => segment === given[at] || (segment.startsWith('{') && segment.endsWith('}')))
}

/** A script from parsed JSON. Throws `ZodError` when a line is malformed, so that no test runs without its fault. */
export function parseFaultScript(script: unknown): FaultScript {
  const lines = z
    .array(faultEntry)
    .parse(script)
    .map((fault) => ({ fault, seen: 0 }))
  return {
    next: (method, path) => {
      let chosen: Fault | null = null
      for (const line of lines) {
        if (!matches(line.fault.on, method, path)) continue
        line.seen += 1
        const { nth, times } = line.fault
        if (chosen === null && line.seen >= nth && line.seen < nth + times) chosen = line.fault
      }
      return chosen
    },
  }
}
