import { useQuery } from '@tanstack/react-query';
import { Input, Radio, Select } from 'antd';
import { EndPairing, PairFamily, RecordContact } from '#contract/pairings';
import { contactForms } from '#rules/hardship/pairings/pairing';
import { handlerChoices } from '../../../api/hardship.js';
import { endPairing, pairFamily, recordContact } from '../../../api/pairings.js';
import { keys } from '../../../api/query-keys.js';
import { ActionForm } from '../../../kit/ActionForm.js';
import { DayInput } from '../../../kit/DayInput.js';
import { Field } from '../../../kit/Field.js';
import { todayInChina } from '../../../kit/formats.js';
import { choices, useWords } from '../../../kit/words.js';
import type { FileDialogProps } from '../file-parts.js';
import styles from '../hardship.module.css';

export interface Pair {
  id: string;
  pairedOn: string;
  version: number;
}
interface PairDialogProps {
  pair: Pair;
  onClose: () => void;
}
const forgotten = ['hardship-file', 'pairing'];

/** A colleague with an account, or anybody by name and post. */
export function PairFamilyForm({ file, onClose }: FileDialogProps) {
  const { t } = useWords();
  const colleagues = useQuery({
    queryKey: keys.part('hardship-file', file.id, 'handlers'),
    queryFn: ({ signal }) => handlerChoices(file.id, signal),
    retry: false,
  });
  return (
    <ActionForm
      title={t('pairings.pairing')}
      schema={PairFamily}
      initial={{ pairedOn: todayInChina() }}
      submit={(body, key) => pairFamily(file.id, body, key)}
      forget={forgotten}
      onClose={onClose}
      submitLabel={t('pairings.pair')}
    >
      <Field name="cadreId" label={t('pairings.account')} extra={t('pairings.accountHint')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          loading={colleagues.isPending}
          options={(colleagues.data?.items ?? []).map(({ id, name, organisationName }) => ({
            value: id,
            label: `${name} · ${organisationName}`,
          }))}
        />
      </Field>
      <Field name="cadreName" label={t('pairings.name')} span={6}>
        <Input maxLength={50} />
      </Field>
      <Field name="cadrePost" label={t('pairings.post')} span={6}>
        <Input maxLength={50} />
      </Field>
      <Field name="pairedOn" label={t('pairings.pairedOn')} span={6}>
        <DayInput earliest={file.filedOn ?? undefined} latest={todayInChina()} />
      </Field>
    </ActionForm>
  );
}

export function RecordContactForm({ pair, onClose }: PairDialogProps) {
  const { t, language } = useWords();
  return (
    <ActionForm
      title={t('pairings.contactOf')}
      schema={RecordContact}
      initial={{ contactedOn: todayInChina(), form: 'visit' }}
      submit={(body, key) => recordContact(pair.id, body, key)}
      forget={forgotten}
      onClose={onClose}
      submitLabel={t('pairings.contact')}
    >
      <Field name="form" label={t('pairings.form')} span={8}>
        <Radio.Group options={choices(contactForms, language)} />
      </Field>
      <Field name="contactedOn" label={t('pairings.contactedOn')} span={4}>
        <DayInput earliest={pair.pairedOn} latest={todayInChina()} />
      </Field>
      <Field name="note" label={t('pairings.note')} extra={t('pairings.noteHint')}>
        <Input.TextArea rows={4} maxLength={1000} />
      </Field>
    </ActionForm>
  );
}

export function EndPairingForm({ pair, onClose }: PairDialogProps) {
  const { t } = useWords();
  return (
    <ActionForm
      title={t('pairings.end')}
      schema={EndPairing}
      initial={{ endedOn: todayInChina() }}
      constants={{ version: pair.version }}
      submit={(body, key) => endPairing(pair.id, body, key)}
      forget={forgotten}
      onClose={onClose}
      submitLabel={t('pairings.end')}
    >
      <p className={styles['wide']}>{t('pairings.endHint')}</p>
      <Field name="reason" label={t('fields.reason')}>
        <Input maxLength={200} />
      </Field>
      <Field name="endedOn" label={t('pairings.endedOn')} span={6}>
        <DayInput earliest={pair.pairedOn} latest={todayInChina()} />
      </Field>
    </ActionForm>
  );
}
