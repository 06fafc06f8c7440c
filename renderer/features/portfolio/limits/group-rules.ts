// The form of group limits as it is typed, and the limits that it says. Pure.

import type { Input } from '../../../../shared/contract/contract.ts'
import type { OwnRule, RuleLevel, RuleScope, Rules, ShareRule } from '../../../../shared/portfolio.ts'
import { fromPercent, toPercent } from '../../../percent.ts'

export const GROUP_RULES = ['reserve', 'place', 'narrative'] as const
export type GroupRule = (typeof GROUP_RULES)[number]

/** A limit as typed; `off` is none. */
export interface TypedRule {
  level: RuleLevel | 'off'
  percent: string
}

export interface TypedOwn extends TypedRule {
  /** Of a new one it is empty. */
  ruleId: string
  /** Among the lines of the form. */
  key: string
  name: string
  by: 'coins' | 'tag' | 'kind'
  coinIds: readonly string[]
  tag: string
  kind: 'project' | 'major' | 'stablecoin' | 'money'
}

/** What is stored, as it would be typed. */
export const typedRule = (rule: ShareRule | null | undefined): TypedRule =>
  rule == null ? { level: 'off', percent: '' } : { level: rule.level, percent: toPercent(rule.limit) }

/** The same of a rule of the trader's own. */
export function typedOwn({ ruleId, name, scope, ...rule }: OwnRule): TypedOwn {
  const by = 'coinIds' in scope ? 'coins' : 'tag' in scope ? 'tag' : 'kind'
  return {
    ...{ ...typedRule(rule), ruleId, key: ruleId, name, by },
    coinIds: 'coinIds' in scope ? scope.coinIds : [],
    tag: 'tag' in scope ? scope.tag : '',
    kind: 'kind' in scope ? scope.kind : 'major',
  }
}

const scopeOf = ({ by, coinIds, tag, kind }: TypedOwn): RuleScope | null => {
  if (by === 'kind') return { kind }
  if (by === 'tag') return tag.trim() === '' ? null : { tag: tag.trim() }
  return coinIds.length === 0 ? null : { coinIds: [...coinIds] }
}

/** What is sent; `null` where something typed is no limit. A rule that is off is taken away. */
export function rulesOf(
  before: Rules,
  groups: Readonly<Record<GroupRule, TypedRule>>,
  own: readonly TypedOwn[],
): Input<'rules.save'> | null {
  const rule = ({ level, percent }: TypedRule): ShareRule | null | undefined => {
    if (level === 'off') return null
    const limit = fromPercent(percent)
    return limit === null ? undefined : { limit, level }
  }
  const [reserve, place, narrative] = GROUP_RULES.map((name) => rule(groups[name]))
  if (reserve === undefined || place === undefined || narrative === undefined) return null
  const kept = own.filter(({ level }) => level !== 'off')
  const rules = kept.flatMap((each) => {
    const [scope, share] = [scopeOf(each), rule(each)]
    if (scope === null || share == null || each.name.trim() === '') return []
    const id = each.ruleId === '' ? {} : { ruleId: each.ruleId }
    return [{ ...id, name: each.name.trim(), scope, ...share }]
  })
  if (rules.length < kept.length) return null
  return { project: before.project, earlyStage: before.earlyStage, reserve, place, narrative, own: rules }
}
