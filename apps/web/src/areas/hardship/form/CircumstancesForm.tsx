import { InputNumber } from 'antd';
import { HouseholdAnswers, KnownEnd } from '#contract/hardship-form';
import { countInputs, factInputs, moneyInputs, type CountInput, type FactInput } from '#rules/hardship/household';
import { changeFileForm } from '../../../api/hardship.js';
import { ActionForm } from '../../../kit/ActionForm.js';
import { DayInput } from '../../../kit/DayInput.js';
import { Field } from '../../../kit/Field.js';
import formStyles from '../../../kit/form.module.css';
import { MoneyInput } from '../../../kit/MoneyInput.js';
import { useWords } from '../../../kit/words.js';
import { YesNo } from './AnswerField.js';
import { askedMoney, endReasons } from './circumstances.js';
import type { FileDialogProps } from '../file-parts.js';

const reasons = KnownEnd.shape.reason.options;
const Circumstances = HouseholdAnswers.extend({
  'schooling-ends': KnownEnd.shape.on.nullish(),
  'benefit-ends': KnownEnd.shape.on.nullish(),
  'treatment-ends': KnownEnd.shape.on.nullish(),
});

/** First what the rule in force asks, then what only a review or an exit asks. */
export function CircumstancesForm({ file, asked, onClose, onReload }: FileDialogProps & { asked: readonly string[] }) {
  const { t, say } = useWords();
  const first = (name: string): boolean => asked.length === 0 || asked.includes(name);
  const facts = Object.keys(factInputs) as FactInput[];
  const ends = Object.fromEntries((file.form.ends ?? []).map(({ reason, on }) => [reason, on]));
  const fact = (name: FactInput) => (
    <Field key={name} name={name} label={say(factInputs[name])} span={6}>
      <YesNo />
    </Field>
  );
  return (
    <ActionForm
      title={t('hardship.circumstances')}
      schema={Circumstances}
      initial={{ ...file.form.household, ...ends }}
      submit={(body, key) => {
        const entries = Object.entries(body);
        const household = Object.fromEntries(entries.filter(([name]) => name in HouseholdAnswers.shape));
        const known = reasons.flatMap((reason) => (body[reason] ? [{ reason, on: body[reason] }] : []));
        return changeFileForm(file.id, { version: file.version, household, ends: known }, key);
      }}
      forget={['hardship-file']}
      onClose={onClose}
      onReload={onReload}
      width={860}
    >
      {(Object.keys(countInputs) as CountInput[]).map((name) => (
        <Field key={name} name={name} label={say(countInputs[name])} span={4}>
          <InputNumber min={0} max={10_000} precision={0} style={{ width: '100%' }} />
        </Field>
      ))}
      {askedMoney.map((name) => (
        <Field key={name} name={name} label={say(moneyInputs[name])} span={3}>
          <MoneyInput />
        </Field>
      ))}
      {facts.filter(first).map(fact)}
      {facts.some((name) => !first(name)) && <h3 className={formStyles['group']}>{t('hardship.laterFacts')}</h3>}
      {facts.filter((name) => !first(name)).map(fact)}
      <h3 className={formStyles['group']}>{t('hardship.knownEnds')}</h3>
      {reasons.map((reason) => (
        <Field key={reason} name={reason} label={say(endReasons[reason])} span={4}>
          <DayInput />
        </Field>
      ))}
    </ActionForm>
  );
}
