// The trader's limits: how much of the portfolio one project and early-stage coins may take, and what a breach does.

import { type FormEvent, useState } from 'react'
import type { RuleLevel, Rules } from '../../../shared/portfolio.ts'
import { text } from '../../messages/late/en.ts'
import { fromPercent, toPercent } from '../../percent.ts'
import { loadRules, saveRules } from '../../state/portfolio/portfolio-actions.ts'
import { useRules } from '../../state/portfolio/rules-store.ts'
import { Field } from '../../ui/fields/Field.tsx'
import { optionsOf, Segmented } from '../../ui/fields/Segmented.tsx'
import { LoadedView } from '../../ui/LoadedView.tsx'

interface LimitProps {
  title: string
  percent: string
  level: RuleLevel
  onPercent: (percent: string) => void
  onLevel: (level: RuleLevel) => void
}

function Limit({ title, percent, level, onPercent, onLevel }: LimitProps) {
  return (
    <fieldset className="rule">
      <legend className="label">{title}</legend>
      <Field
        label={text.portfolio.limit}
        inputMode="decimal"
        value={percent}
        onChange={onPercent}
        fault={fromPercent(percent) === null ? text.portfolio.limitInvalid : null}
      />
      <Segmented
        legend={text.portfolio.level}
        options={optionsOf(text.portfolio.levels)}
        value={level}
        onChange={onLevel}
      />
    </fieldset>
  )
}

function Form({ rules }: { rules: Rules }) {
  const [project, setProject] = useState({ percent: toPercent(rules.project.limit), level: rules.project.level })
  const [early, setEarly] = useState({ ...rules.earlyStage, percent: toPercent(rules.earlyStage.limit) })

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const [projectLimit, earlyLimit] = [fromPercent(project.percent), fromPercent(early.percent)]
    if (projectLimit === null || earlyLimit === null) return
    void saveRules({
      project: { limit: projectLimit, level: project.level },
      earlyStage: { limit: earlyLimit, level: early.level, basis: early.basis },
    })
  }

  return (
    <form onSubmit={submit}>
      <Limit
        title={text.portfolio.rulesProject}
        {...project}
        onPercent={(percent) => setProject({ ...project, percent })}
        onLevel={(level) => setProject({ ...project, level })}
      />
      <Limit
        title={text.portfolio.rulesEarly}
        percent={early.percent}
        level={early.level}
        onPercent={(percent) => setEarly({ ...early, percent })}
        onLevel={(level) => setEarly({ ...early, level })}
      />
      <Segmented
        legend={text.portfolio.basis}
        options={optionsOf(text.portfolio.basisChoice)}
        value={early.basis}
        onChange={(basis) => setEarly({ ...early, basis })}
      />
      <p className="hint">{text.portfolio.ruleDefaults}</p>
      <button type="submit" className="button">
        {text.common.save}
      </button>
    </form>
  )
}

/** The form, folded away until it is wanted. */
export function RulesForm() {
  const rules = useRules((state) => state.rules)
  return (
    <details className="card">
      <summary>
        <h2>{text.portfolio.editRules}</h2>
      </summary>
      <LoadedView from={rules} onRetry={() => void loadRules()}>
        {(value) => <Form key={JSON.stringify(value)} rules={value} />}
      </LoadedView>
    </details>
  )
}
