import { Input, Select } from 'antd';
import { z } from 'zod';
import { AgreeToOverride, AskOverride } from '#contract/assessments';
import type { HardshipRecord } from '#contract/hardship';
import { classesOf, hardshipClasses, type Era } from '#rules/hardship/codes';
import { LEAST_OVERRIDE_REASON } from '#rules/hardship/eligibility/override';
import { agreeToOverride, askOverride, partOf } from '../../../api/hardship.js';
import { ActionForm } from '../../../kit/ActionForm.js';
import { Facts } from '../../../kit/Facts.js';
import { Field } from '../../../kit/Field.js';
import { Notice } from '../../../kit/Notice.js';
import { useWords } from '../../../kit/words.js';
import type { FileDialogProps } from '../file-parts.js';
import styles from '../hardship.module.css';

type Props = FileDialogProps & { row: HardshipRecord['assessments'][number] };
const NO_CLASS = 'none';

/** Rules miss families: one person asks to decide otherwise, with a reason, and another agrees or not. */
export function AskOverrideForm({ file, row, onClose, onReload }: Props) {
  const { t, label } = useWords();
  const classes = classesOf(file.formEra as Era).filter((code) => code !== 'temporary' && code !== row.proposed);
  return (
    <ActionForm
      title={t('override.ask')}
      schema={AskOverride.extend({ wanted: AskOverride.shape.wanted.unwrap().or(z.literal(NO_CLASS)) })}
      constants={{ version: row.version }}
      submit={({ wanted, ...body }, key) =>
        askOverride(partOf(file.id, 'assessments', row.id), { ...body, wanted: wanted === NO_CLASS ? null : wanted }, key)
      }
      forget={['hardship-file']}
      onClose={onClose}
      onReload={onReload}
    >
      <div className={styles['wide']}>
        <Notice>{t('override.hint')}</Notice>
      </div>
      <Field name="wanted" label={t('override.wanted')}>
        <Select
          options={[
            ...classes.map((value) => ({ value: value as string, label: label(hardshipClasses, value) })),
            ...(row.proposed ? [{ value: NO_CLASS, label: t('override.none') }] : []),
          ]}
        />
      </Field>
      <Field name="reason" label={t('override.reason', { least: LEAST_OVERRIDE_REASON })}>
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Field>
    </ActionForm>
  );
}

export function AgreeToOverrideForm({ file, row, onClose, onReload }: Props) {
  const { t, label } = useWords();
  return (
    <ActionForm
      title={t('override.agree')}
      schema={AgreeToOverride}
      constants={{ version: row.version }}
      submit={(body, key) => agreeToOverride(partOf(file.id, 'assessments', row.id), body, key)}
      forget={['hardship-file']}
      onClose={onClose}
      onReload={onReload}
    >
      <div className={styles['wide']}>
        <Facts
          facts={[
            {
              label: t('eligibility.verdict'),
              value: row.proposed ? label(hardshipClasses, row.proposed) : t(`eligibility.outcomes.${row.verdict}`),
            },
            { label: t('override.wanted'), value: row.override?.wanted ? label(hardshipClasses, row.override.wanted) : t('override.none') },
            { label: t('fields.reason'), value: row.override?.reason, wide: true },
          ]}
        />
      </div>
    </ActionForm>
  );
}
