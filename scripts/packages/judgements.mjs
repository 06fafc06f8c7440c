// What the answers of npm's own checks mean. An answer that is not understood is never taken for a good one.

/**
 * @typedef {object} Judgement
 * @property {'ok' | 'FAILED' | 'not run'} state
 * @property {string} why
 */

/** @typedef {{ code: number, stdout: string }} Done */

const GRAVE = ['high', 'critical']

/**
 * `npm audit --omit=dev --json`: no known weakness that is high or critical in what is shipped.
 * @param {Done} done
 * @returns {Judgement}
 */
export function judgeAudit({ stdout }) {
  const report = asObject(stdout)
  const counts = asObject(asObject(report['metadata'])['vulnerabilities'])
  if (GRAVE.some((level) => typeof counts[level] !== 'number')) return notRun('the registry offers no audit', report)
  const found = GRAVE.reduce((sum, level) => sum + Number(counts[level]), 0)
  if (found > 0) return { state: 'FAILED', why: `${found} of high or critical weight: ${names(report)}` }
  return { state: 'ok', why: `${Number(counts['total'])} known weaknesses, none of them high or critical` }
}

/**
 * `npm audit signatures --json`: what is installed was signed by the registry that it came from.
 * @param {Done} done
 * @returns {Judgement}
 */
export function judgeSignatures({ code, stdout }) {
  const report = asObject(stdout)
  const { invalid, missing } = report
  if (!Array.isArray(invalid) || !Array.isArray(missing)) return notRun('the registry offers no signatures', report)
  if (invalid.length + missing.length > 0) {
    return { state: 'FAILED', why: `${invalid.length} signatures are wrong and ${missing.length} are missing` }
  }
  if (code !== 0) return { state: 'FAILED', why: `npm ended with exit code ${code}` }
  return { state: 'ok', why: 'every signature is right' }
}

/**
 * `npm ls --all`: node_modules is what package.json and the lock file ask for.
 * @param {Done} done
 * @returns {Judgement}
 */
export function judgeTree({ code }) {
  if (code === 127) return { state: 'not run', why: 'npm could not be started' }
  return code === 0
    ? { state: 'ok', why: 'nothing is missing, left over or of another version' }
    : { state: 'FAILED', why: '`npm ls --all` says what is wrong' }
}

/**
 * The exit code: a check that could not be run fails only where it is known to be possible.
 * @param {Judgement[]} all
 * @param {{ strict: boolean }} how
 */
export function exitCodeOf(all, { strict }) {
  return all.some(({ state }) => state === 'FAILED' || (strict && state === 'not run')) ? 1 : 0
}

/** @param {string} why @param {Record<string, unknown>} report @returns {Judgement} */
function notRun(why, report) {
  const { message, error } = report
  const said = typeof message === 'string' ? message : asObject(error)['summary']
  const reason =
    typeof said === 'string' && said !== '' ? `${why} (${said.replaceAll(/https?:\S+/g, 'its address')})` : why
  return { state: 'not run', why: reason }
}

/** @param {Record<string, unknown>} report */
function names(report) {
  return Object.keys(asObject(report['vulnerabilities'])).join(', ')
}

/** @param {unknown} value A parsed value, or JSON. @returns {Record<string, unknown>} Empty when it is none. */
function asObject(value) {
  if (typeof value === 'string') {
    try {
      return asObject(JSON.parse(value))
    } catch {
      return {}
    }
  }
  return typeof value === 'object' && value !== null ? /** @type {Record<string, unknown>} */ (value) : {}
}
