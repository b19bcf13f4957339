import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { RecordConsent, WithdrawConsent } from '#contract/hardship-form';
import type { HardshipRecord } from '#contract/hardship';
import { consentKinds, type ConsentKind } from '#rules/hardship/household/household-members';
import { partOf, recordConsent, withdrawConsent } from '../../../api/hardship.js';
import { newKey } from '../../../api/client.js';
import { ActionForm } from '../../../kit/ActionForm.js';
import { DayInput } from '../../../kit/DayInput.js';
import { Field } from '../../../kit/Field.js';
import { todayInChina } from '../../../kit/formats.js';
import { useWords } from '../../../kit/words.js';
import type { FileDialogProps } from '../file-parts.js';
import styles from '../hardship.module.css';
import { memberName } from './member-name.js';

interface Paper {
  key: string;
  personId: string;
  name: string;
  kind: ConsentKind;
}
const { signedOn, signedBy } = RecordConsent.shape;
const Own = RecordConsent.pick({ signedOn: true });
const WithGuardian = Own.extend({ guardian: signedBy });

/** All papers that a family signs at one sitting, in one dialog. What was recorded before a fault is not asked again. */
export function RecordConsentsForm({ file, onClose, onReload }: FileDialogProps) {
  const words = useWords();
  const { t, say } = words;
  const papers: Paper[] = file.members.flatMap((member) =>
    member.consentsMissing.map((kind) => ({
      key: `${member.personId} ${kind}`,
      personId: member.personId,
      name: memberName(member, words),
      kind,
    })),
  );
  const [left, setLeft] = useState<readonly string[]>([]);
  const chosen = papers.filter(({ key }) => !left.includes(key));
  const guarded = chosen.some(({ kind }) => kind === 'guardian');
  const send = async (body: { signedOn: string; guardian?: string }): Promise<void> => {
    try {
      for (const { personId, kind } of chosen) {
        const by = kind === 'guardian' ? (body.guardian ?? '') : t('consents.self');
        await recordConsent(file.id, { personId, kind, signedOn: signedOn.parse(body.signedOn), signedBy: by }, newKey());
      }
    } catch (error) {
      onReload();
      throw error;
    }
  };
  return (
    <ActionForm
      title={t('consents.record')}
      schema={guarded ? WithGuardian : Own}
      initial={{ signedOn: todayInChina() }}
      submit={(body) => send(body)}
      forget={['hardship-file']}
      onClose={onClose}
    >
      <fieldset className={styles['ticks']}>
        <legend>{t('consents.which')}</legend>
        {papers.map(({ key, name, kind }) => (
          <Checkbox
            key={key}
            checked={!left.includes(key)}
            onChange={(event) => setLeft(event.target.checked ? left.filter((one) => one !== key) : [...left, key])}
          >
            {name} · {say(consentKinds[kind])}
          </Checkbox>
        ))}
      </fieldset>
      <Field name="signedOn" label={t('consents.signedOn')} span={5}>
        <DayInput latest={todayInChina()} />
      </Field>
      {guarded && (
        <Field name="guardian" label={t('consents.guardian')} span={7}>
          <Input maxLength={50} />
        </Field>
      )}
    </ActionForm>
  );
}

type Consent = HardshipRecord['consents'][number];

export function WithdrawConsentForm({ file, consent, onClose, onReload }: FileDialogProps & { consent: Consent }) {
  const { t } = useWords();
  return (
    <ActionForm
      title={t('consents.withdraw')}
      schema={WithdrawConsent}
      initial={{ withdrawnOn: todayInChina() }}
      constants={{ version: consent.version }}
      submit={(body, key) => withdrawConsent(partOf(file.id, 'consents', consent.id), body, key)}
      forget={['hardship-file']}
      onClose={onClose}
      onReload={onReload}
      danger
    >
      <p className={styles['wide']}>{t('consents.withdrawHint')}</p>
      <Field name="withdrawnOn" label={t('consents.withdrawnOn')} span={6}>
        <DayInput latest={todayInChina()} earliest={consent.signedOn} />
      </Field>
    </ActionForm>
  );
}
