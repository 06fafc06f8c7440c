// Which fields each exchange documents for an order and its cancel, and what is wrong with a request. The stand-ins refuse
// in their own words. It shares nothing with the descriptions that the app holds its requests against.

import type { VenueRequest } from '../server.ts'

export interface Problem {
  kind: 'unknown' | 'missing' | 'type' | 'twice' | 'not-required' | 'content-type'
  name: string
}

/** A name with `?` may be left out. Values are texts, but for those named in `flags` and `groups`. */
interface Form {
  names: string
  flags?: readonly string[]
  groups?: Readonly<Record<string, Form>>
}

/** What an exchange documents for an order and for its cancel; `null` where the stand-in reads a cancel by itself. */
export interface Forms {
  isJson: boolean
  order: Form
  cancel: Form | null
}

/** The first thing that is wrong; `null` where nothing is. */
export function formProblem(
  { isJson, ...forms }: Forms,
  what: 'order' | 'cancel',
  request: VenueRequest,
): Problem | null {
  const described = forms[what]
  if (described === null) throw new Error(what)
  const type = isJson ? 'application/json' : 'application/x-www-form-urlencoded'
  if (request.body !== '' && request.headers['content-type'] !== type) return { kind: 'content-type', name: type }
  return isJson ? jsonProblem(described, JSON.parse(request.body)) : textProblem(described, request.fields)
}

const namesOf = ({ names }: Form) => names.split(' ').map((name) => name.replace('?', ''))
const neededOf = ({ names }: Form) => names.split(' ').filter((name) => !name.endsWith('?'))

function textProblem(form: Form, fields: URLSearchParams): Problem | null {
  const names = [...fields.keys()]
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) return { kind: 'twice', name: twice }
  return nameProblem(form, names) ?? null
}

function nameProblem(form: Form, names: string[]): Problem | null {
  const unknown = names.find((name) => !namesOf(form).includes(name))
  if (unknown !== undefined) return { kind: 'unknown', name: unknown }
  const missing = neededOf(form).find((name) => !names.includes(name))
  return missing === undefined ? null : { kind: 'missing', name: missing }
}

function jsonProblem(form: Form, body: unknown): Problem | null {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return { kind: 'type', name: 'body' }
  const problem = nameProblem(form, Object.keys(body))
  if (problem !== null) return problem
  for (const [name, value] of Object.entries(body)) {
    const group = form.groups?.[name]
    if (group !== undefined) {
      const inner = jsonProblem(group, value)
      if (inner !== null) return inner
    } else if (typeof value !== (form.flags?.includes(name) === true ? 'boolean' : 'string') || value === '') {
      return { kind: 'type', name }
    }
  }
  return null
}
