// The log is walked and searched some entries at a time, and what comes of that is the same as all at once.

import { expect, it } from 'vitest'
import type { AuditFilter, AuditRow } from '../../../../electron/ports/stores.ts'
import { searchLog } from '../../../../electron/services/audit/audit-search.ts'
import { codeOf } from '../../../support/code-of.ts'
import { countStatements } from '../../../support/statements/count-statements.ts'
import { planOf, turnsOf } from '../../../support/statements/statement-costs.ts'
import { fill, makeKeyService, openAudit } from '../../app/audit/audit-kit.ts'

it('walks at most 200 entries a step, counts none of them by itself, and checks a signature where it stands', async () => {
  const audit = openAudit()
  const keyService = makeKeyService()
  await audit.log.onUnlocked(keyService.opened(), keyService)
  fill(audit, 1_000)
  await audit.log.idle()
  const statements = countStatements()
  const turns = await turnsOf(async () => expect(await audit.log.verify()).toMatchObject({ ok: true, entries: 1_000 }))
  expect(turns).toBeGreaterThanOrEqual(5)
  expect(statements.taken().filter((sql) => sql.includes('count('))).toEqual([])
})

it('gives a walk up that is under way, without a word in the log', async () => {
  const audit = openAudit()
  fill(audit, 1_000)
  audit.db.run("UPDATE audit SET event = 'other' WHERE seq = 900")
  audit.log.verifySoon()
  const asked = codeOf(audit.log.verify())
  audit.log.endWalks()
  const turns = await turnsOf(() => audit.log.idle())
  expect([await asked, turns < 3, audit.notices.list()]).toEqual(['CLOSED', true, []])
})

it('counts the entries behind a broken one as well', async () => {
  const audit = openAudit()
  fill(audit, 500)
  audit.db.run("UPDATE audit SET event = 'other' WHERE seq = 100")
  expect(await audit.log.verify()).toMatchObject({ ok: false, entries: 500, firstBroken: 100 })
})

it('finds the same by steps of any size as all at once', async () => {
  const audit = openAudit()
  fill(audit, 120)
  // What somebody put in far off makes no step longer.
  audit.db.run('UPDATE audit SET seq = -5000000 WHERE seq = 3')
  audit.db.run('UPDATE audit SET seq = 5000000 WHERE seq = 120')
  const filters: AuditFilter[] = [
    { search: 'account-2', limit: 7 },
    { search: 'o', limit: 500 },
    { search: 'o', kind: 'order', limit: 4 },
    { search: 'o', kind: 'order', subject: 'intent-7', limit: 4 },
    { search: 'o', before: 50, limit: 500 },
    { search: 'no such words', limit: 5 },
  ]
  const seqs = (rows: AuditRow[]) => rows.map(({ seq }) => seq)
  for (const filter of filters) {
    for (const span of [1, 7, 1_000]) {
      expect([filter, span, seqs(await searchLog(audit.store, filter, span))]).toEqual([
        filter,
        span,
        seqs(audit.store.find(filter)),
      ])
    }
  }
  expect(await turnsOf(() => searchLog(audit.store, { search: 'no such words', limit: 5 }, 10))).toBeGreaterThanOrEqual(
    10,
  )
})

it('finds entries of a kind by their index, and those of a subject by its own', () => {
  const { db, store } = openAudit()
  const statements = countStatements()
  const planFor = (filter: AuditFilter) => {
    statements.taken()
    store.find(filter)
    const [sql = ''] = statements.taken()
    return planOf(db, sql)
  }
  expect(planFor({ kind: 'key', limit: 5 })).toMatch(/^SEARCH audit USING INDEX audit_by_kind \(kind=\?\)$/)
  expect(planFor({ kind: 'key', subject: 'x', limit: 5 })).toMatch(/^SEARCH audit USING INDEX audit_by_subject/)
})
