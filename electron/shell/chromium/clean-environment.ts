// Imported before everything else: the browser's driver reads `DEBUG` when it is loaded, and with it prints every message
// to the page, a typed passphrase among them.

for (const name of Object.keys(process.env)) {
  if (/^(DEBUG|DEBUG_.*|PWDEBUG.*|PW_.*|PLAYWRIGHT_.*|NODE_DEBUG.*|SSLKEYLOGFILE)$/i.test(name))
    delete process.env[name]
}
