// What the last backup held that was written or restored.

import type { BackupReport } from '../../../shared/vault.ts'
import { formatDecimal, formatMoment } from '../../format.ts'
import { text } from '../../messages/late/en.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'

const BYTES_PER_KILOBYTE = 1_000
const COUNTS = ['orders', 'accounts', 'ownCoins', 'holdings', 'auditEntries'] as const

/** The report. */
export function BackupReportView({ what, report }: { what: 'write' | 'restore'; report: BackupReport }) {
  const { path, createdAt, bytes, counts, signedBy, limitsChanged } = report
  return (
    <div className="block">
      <p>
        <Badge tone="good" icon="check">
          {what === 'write' ? text.vault.backupSaved : text.vault.restored}
        </Badge>
      </p>
      <Facts>
        <Fact name={text.vault.file}>
          <span className="mono">{path}</span>
        </Fact>
        <Fact name={text.vault.backupMade}>
          {formatMoment(createdAt)},{' '}
          {text.vault.backupSize(formatDecimal(String(Math.ceil(bytes / BYTES_PER_KILOBYTE))))}
        </Fact>
        <Fact name={text.vault.backupSigned}>{text.vault.backupSigners[signedBy]}</Fact>
        {limitsChanged === null ? null : (
          <Fact name={text.vault.limitsChanged}>
            {text.vault.limits(limitsChanged.before)} → {text.vault.limits(limitsChanged.after)}
          </Fact>
        )}
        {COUNTS.map((name) => (
          <Fact key={name} name={text.vault.backupCounts[name]}>
            {formatDecimal(String(counts[name]))}
          </Fact>
        ))}
      </Facts>
    </div>
  )
}
