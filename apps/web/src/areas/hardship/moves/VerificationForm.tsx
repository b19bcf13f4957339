import { Input } from 'antd';
import { RecordVerification } from '#contract/hardship-moves';
import { fileMoveLabels } from '#rules/hardship/file-lifecycle';
import { recordVerification } from '../../../api/hardship-moves.js';
import { DayInput } from '../../../kit/DayInput.js';
import { Field } from '../../../kit/Field.js';
import { todayInChina } from '../../../kit/formats.js';
import { useWords } from '../../../kit/words.js';
import type { FileDialogProps } from '../file-parts.js';
import { MoveForm } from './MoveForm.js';

export function VerificationForm(props: FileDialogProps) {
  const { t, say } = useWords();
  const sentOn = props.file.verifications.find(({ reportedOn }) => reportedOn === null)?.sentOn;
  return (
    <MoveForm
      {...props}
      title={say(fileMoveLabels.recordVerification)}
      hint={<p>{t('moves.hints.recordVerification')}</p>}
      schema={RecordVerification}
      initial={{ reportedOn: todayInChina() }}
      move={recordVerification}
    >
      <Field name="reportedOn" label={t('checks.reportedOn')} span={5}>
        <DayInput latest={todayInChina()} {...(sentOn && { earliest: sentOn })} />
      </Field>
      <Field name="findings" label={t('checks.findings')}>
        <Input.TextArea rows={4} maxLength={4000} placeholder={t('checks.findingsHint')} />
      </Field>
    </MoveForm>
  );
}
