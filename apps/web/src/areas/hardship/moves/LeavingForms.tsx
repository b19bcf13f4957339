import { Input, Radio, Select } from 'antd';
import { useNavigate } from 'react-router';
import { DeregisterFile, EndFile, ReturnToHardship, TransferFile } from '#contract/hardship-moves';
import { endGrounds } from '#rules/hardship/changes/change-guards';
import { fileMoveLabels } from '#rules/hardship/file-lifecycle';
import { deregisterFile, endFile, returnToHardship, transferFile } from '../../../api/hardship-moves.js';
import { ActionForm } from '../../../kit/ActionForm.js';
import { DayInput } from '../../../kit/DayInput.js';
import { Field } from '../../../kit/Field.js';
import { todayInChina } from '../../../kit/formats.js';
import { choices, useWords } from '../../../kit/words.js';
import { OrganisationSelect } from '../../organisations/OrganisationSelect.js';
import type { FileDialogProps } from '../file-parts.js';
import styles from '../hardship.module.css';
import { MoveForm } from './MoveForm.js';

/** 注销 for another reason than that hardship is over; for untruth with what becomes of the aid. */
export function DeregisterForm(props: FileDialogProps) {
  const { t, say } = useWords();
  const untrue = props.file.notices.find(({ endedHow }) => endedHow === null)?.ground === 'untrue';
  return (
    <MoveForm
      {...props}
      danger
      title={say(fileMoveLabels.deregister)}
      hint={<p>{t('moves.hints.deregister')}</p>}
      schema={DeregisterFile}
      move={deregisterFile}
    >
      {untrue && (
        <Field name="recovery" label={t('moves.recovery')} required>
          <Radio.Group
            options={[
              { value: 'recover', label: t('moves.recover') },
              { value: 'waive', label: t('moves.waive') },
            ]}
          />
        </Field>
      )}
    </MoveForm>
  );
}

export function EndForm(props: FileDialogProps) {
  const { t, say, language } = useWords();
  const papers = props.file.attachments.map(({ id, fileName }) => ({ value: id, label: fileName }));
  return (
    <MoveForm
      {...props}
      danger
      title={say(fileMoveLabels.end)}
      hint={<p>{t('moves.hints.end')}</p>}
      schema={EndFile}
      initial={{ ground: 'own-request' }}
      move={endFile}
    >
      <Field name="ground" label={t('notices.ground')}>
        <Radio.Group options={choices(endGrounds, language)} />
      </Field>
      <Field name="attachmentId" label={t('moves.proofOnFile')} span={6}>
        <Select allowClear options={papers} notFoundContent={t('moves.noPapers')} />
      </Field>
      <Field name="proof" label={t('moves.proofNumber')} span={6}>
        <Input maxLength={100} />
      </Field>
    </MoveForm>
  );
}

export function TransferForm(props: FileDialogProps) {
  const { t, say } = useWords();
  return (
    <MoveForm
      {...props}
      title={say(fileMoveLabels.transfer)}
      hint={<p>{t('moves.hints.transfer')}</p>}
      schema={TransferFile}
      initial={{ acceptedOn: todayInChina() }}
      move={transferFile}
    >
      <Field name="toOrganisationId" label={t('moves.receiver')}>
        <OrganisationSelect label={t('moves.receiver')} />
      </Field>
      <Field name="acceptedBy" label={t('moves.acceptedBy')} span={7}>
        <Input maxLength={50} />
      </Field>
      <Field name="acceptedOn" label={t('moves.acceptedOn')} span={5}>
        <DayInput latest={todayInChina()} />
      </Field>
      <Field name="reason" label={t('fields.reason')}>
        <Input.TextArea rows={2} maxLength={500} />
      </Field>
    </MoveForm>
  );
}

/** 返困: a new file that remembers the old one; the page of the new one opens. */
export function ReturnForm({ file, onClose, onReload }: FileDialogProps) {
  const { t, say } = useWords();
  const navigate = useNavigate();
  return (
    <ActionForm
      title={say(fileMoveLabels.returnToHardship)}
      schema={ReturnToHardship}
      initial={{ on: todayInChina() }}
      constants={{ version: file.version }}
      submit={(body, key) => returnToHardship(file.id, body, key)}
      onDone={({ id }) => void navigate(`/hardship-files/${id}`)}
      forget={['hardship-file']}
      onClose={onClose}
      onReload={onReload}
    >
      <p className={styles['wide']}>{t('moves.hints.returnToHardship')}</p>
      <Field name="reason" label={t('fields.reason')}>
        <Input.TextArea rows={3} maxLength={500} />
      </Field>
      <Field name="on" label={t('fields.happenedOn')} span={5}>
        <DayInput latest={todayInChina()} />
      </Field>
    </ActionForm>
  );
}
