import { Button, Form, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { HouseholdAnswers, KnownEnd } from '#contract/hardship-form';
import { countInputs, factInputs, moneyInputs } from '#rules/hardship/eligibility/household';
import { changeFileForm } from '../../../api/hardship.js';
import { ActionForm } from '../../../kit/ActionForm.js';
import { DayInput } from '../../../kit/DayInput.js';
import { Field } from '../../../kit/Field.js';
import formStyles from '../../../kit/form.module.css';
import { MoneyInput } from '../../../kit/MoneyInput.js';
import { useWords } from '../../../kit/words.js';
import type { FileDialogProps } from '../file-parts.js';
import styles from '../hardship.module.css';
import { YesNo } from './AnswerField.js';
import { askedCounts, askedFacts, askedMoney, endReasons } from './circumstances.js';

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
  const ends = Object.fromEntries((file.form.ends ?? []).map(({ reason, on }) => [reason, on]));
  return (
    <ActionForm
      title={t('hardship.circumstances')}
      schema={Circumstances}
      initial={{ ...file.form.household, ...ends }}
      submit={(body, key) => {
        const household = Object.fromEntries(Object.entries(body).filter(([name]) => name in HouseholdAnswers.shape));
        const known = reasons.flatMap((reason) => (body[reason] ? [{ reason, on: body[reason] }] : []));
        return changeFileForm(file.id, { version: file.version, household, ends: known }, key);
      }}
      forget={['hardship-file']}
      onClose={onClose}
      onReload={onReload}
      width={860}
    >
      <Asked wanted={first} />
      <RestIsNo facts={askedFacts.filter(first)} money={askedMoney.filter(first)} />
      <h3 className={formStyles['group']}>{t('hardship.laterFacts')}</h3>
      <Asked wanted={(name) => !first(name)} />
      <h3 className={formStyles['group']}>{t('hardship.knownEnds')}</h3>
      {reasons.map((reason) => (
        <Field key={reason} name={reason} label={say(endReasons[reason])} span={4}>
          <DayInput />
        </Field>
      ))}
    </ActionForm>
  );
}

function Asked({ wanted }: { wanted: (name: string) => boolean }): ReactNode {
  const { say } = useWords();
  return (
    <>
      {askedFacts.filter(wanted).map((name) => (
        <Field key={name} name={name} label={say(factInputs[name])} span={6} className={styles['inline']}>
          <YesNo />
        </Field>
      ))}
      {askedCounts.filter(wanted).map((name) => (
        <Field key={name} name={name} label={say(countInputs[name])} span={4}>
          <InputNumber min={0} max={10_000} precision={0} style={{ width: '100%' }} />
        </Field>
      ))}
      {askedMoney.filter(wanted).map((name) => (
        <Field key={name} name={name} label={say(moneyInputs[name])} span={4}>
          <MoneyInput />
        </Field>
      ))}
    </>
  );
}

/** Whoever has asked after all of it says so once: what is still open is no, and costs nothing. */
function RestIsNo({ facts, money }: { facts: readonly string[]; money: readonly string[] }): ReactNode {
  const { t } = useWords();
  const form = Form.useFormInstance();
  const answer = (): void => {
    const values = form.getFieldsValue(true) as Record<string, unknown>;
    const open = (names: readonly string[], empty: false | 0) => names.filter((name) => values[name] == null).map((name) => [name, empty]);
    form.setFieldsValue(Object.fromEntries([...open(facts, false), ...open(money, 0)]));
  };
  return (
    <p className={styles['wide']}>
      <Button size="small" onClick={answer}>
        {t('hardship.restIsNo')}
      </Button>
    </p>
  );
}
