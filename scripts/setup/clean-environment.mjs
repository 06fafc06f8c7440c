// Variables under which Node, the browser's driver and libraries print what passes through them, typed secrets among it, or
// open a debugger. The app is started without them; a developer who wants them starts its entry by hand.

const TELLING =
  /^(DEBUG|DEBUG_.*|PWDEBUG.*|PW_.*|PLAYWRIGHT_.*|NODE_DEBUG.*|NODE_OPTIONS|NODE_INSPECT.*|SSLKEYLOGFILE)$/i

/**
 * Each of them that `env` has, as a name without a value: laid over an environment, it takes them away.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Record<string, undefined>}
 */
export function withoutTelling(env) {
  return Object.fromEntries(
    Object.keys(env)
      .filter((name) => TELLING.test(name))
      .map((name) => [name, undefined]),
  )
}
