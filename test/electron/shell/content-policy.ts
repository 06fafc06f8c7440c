// Judges a content security policy by the rules of the well-known evaluators, so that a weak one has a name.

const NEEDED_NONE = ['default-src', 'connect-src', 'object-src', 'base-uri', 'form-action', 'frame-ancestors']
const FETCHES = /-src(-elem|-attr)?$/
const LIVE_SCHEMES = ['script-src', 'style-src', 'default-src', 'object-src', 'connect-src', 'font-src']

/** Directive to values; a directive that is named twice keeps its first values, as browsers read it. */
function parsePolicy(policy: string): Map<string, string[]> {
  const directives = new Map<string, string[]>()
  for (const part of policy.split(';')) {
    const [name = '', ...values] = part.trim().split(/\s+/)
    if (name !== '' && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), values)
  }
  return directives
}

/** What is wrong with the policy, one line each; nothing when it is tight. */
export function policyFindings(policy: string): string[] {
  const directives = parsePolicy(policy)
  const findings: string[] = []
  for (const name of NEEDED_NONE) {
    if (directives.get(name)?.join(' ') !== "'none'") findings.push(`${name} is not 'none'`)
  }
  const scripts = directives.get('script-src')?.join(' ')
  if (scripts !== "'self'" && scripts !== "'none'") findings.push("script-src is not 'self' alone")
  if (directives.get('require-trusted-types-for')?.join(' ') !== "'script'")
    findings.push('trusted types are not needed')
  if (directives.get('trusted-types')?.join(' ') !== "'none'") findings.push('trusted types may be made')
  for (const [name, values] of directives) findings.push(...values.flatMap((value) => valueFindings(name, value)))
  return findings
}

function valueFindings(name: string, value: string): string[] {
  if (value.startsWith("'unsafe-") || value === "'strict-dynamic'") return [`${name} allows ${value}`]
  // One style sheet whose every character is known is no way in; a script would be one.
  if (name === 'style-src' && /^'sha256-[\w+/]{43}='$/.test(value)) return []
  if (/^'(nonce|sha\d+)-/.test(value)) return [`${name} trusts ${value}`]
  if (value.includes('*')) return [`${name} holds a wildcard`]
  if (!FETCHES.test(name)) return []
  if (/^[a-z][a-z0-9+.-]*:$/.test(value)) {
    return LIVE_SCHEMES.includes(name) || value !== 'data:' ? [`${name} allows all of ${value}`] : []
  }
  return value.startsWith("'") ? [] : [`${name} names the host ${value}`]
}
