import { Input, Radio } from 'antd';
import type { HardshipRecord } from '#contract/hardship';
import { OpenNotice, ProposeExit, ProposeLower, RecordObjection } from '#contract/hardship-moves';
import { cancelGrounds } from '#rules/hardship/changes/change-guards';
import { hardshipClasses } from '#rules/hardship/codes';
import { fileMoveLabels } from '#rules/hardship/file-lifecycle';
import { openNotice, proposeExit, proposeLower, recordObjection } from '../../../api/hardship-moves.js';
import { DayInput } from '../../../kit/DayInput.js';
import { Field } from '../../../kit/Field.js';
import { todayInChina } from '../../../kit/formats.js';
import { choices, useWords } from '../../../kit/words.js';
import { classesBeside } from './class-choice.js';
import type { FileDialogProps } from '../file-parts.js';
import { MoveForm } from './MoveForm.js';

/** What the last notice of the file said is what this one will say, unless it is changed. */
const asBefore = ({ notices }: HardshipRecord): { phone?: string; place?: string | null } => ({
  phone: notices[0]?.phone ?? '',
  place: notices[0]?.place ?? '',
});

/** `beside`: another field of the same row takes a third of it. */
function Announced({ beside = false }: { beside?: boolean }) {
  const { t } = useWords();
  return (
    <>
      <Field name="phone" label={t('notices.phone')} span={4}>
        <Input maxLength={30} inputMode="tel" placeholder="0512-…" />
      </Field>
      <Field name="place" label={t('notices.place')} span={beside ? 4 : 8}>
        <Input maxLength={100} placeholder={t('notices.placeHint')} />
      </Field>
    </>
  );
}

function Told() {
  const { t } = useWords();
  return (
    <>
      <Field name="reason" label={t('fields.reason')}>
        <Input.TextArea rows={3} maxLength={500} placeholder={t('moves.reasonTold')} />
      </Field>
      <Field name="toldOn" label={t('notices.toldOn')} span={4}>
        <DayInput latest={todayInChina()} />
      </Field>
    </>
  );
}

/** 公示: the server writes the masked text itself; here only where it hangs and whom to call. */
export function OpenNoticeForm(props: FileDialogProps) {
  const { t, say } = useWords();
  return (
    <MoveForm
      {...props}
      title={say(fileMoveLabels.openNotice)}
      hint={<p>{t('moves.hints.openNotice')}</p>}
      schema={OpenNotice}
      initial={asBefore(props.file)}
      move={openNotice}
    >
      <Announced />
    </MoveForm>
  );
}

export function ProposeLowerForm(props: FileDialogProps) {
  const { t, say, label } = useWords();
  const lower = classesBeside(props.file, 'lower');
  return (
    <MoveForm
      {...props}
      danger
      title={say(fileMoveLabels.proposeLower)}
      hint={<p>{t('moves.hints.proposeLower')}</p>}
      schema={ProposeLower}
      initial={{ ...asBefore(props.file), toldOn: todayInChina(), hardshipClass: lower.length === 1 ? lower[0] : undefined }}
      move={proposeLower}
    >
      <Field name="hardshipClass" label={t('notices.classWanted')}>
        <Radio.Group options={lower.map((value) => ({ value, label: label(hardshipClasses, value) }))} />
      </Field>
      <Told />
      <Announced beside />
    </MoveForm>
  );
}

export function ProposeExitForm(props: FileDialogProps) {
  const { t, say, language } = useWords();
  return (
    <MoveForm
      {...props}
      danger
      title={say(fileMoveLabels.proposeExit)}
      hint={<p>{t('moves.hints.proposeExit')}</p>}
      schema={ProposeExit}
      initial={{ ...asBefore(props.file), toldOn: todayInChina(), ground: 'lifted' }}
      move={proposeExit}
    >
      <Field name="ground" label={t('notices.ground')}>
        <Radio.Group options={[{ value: 'lifted', label: t('notices.lifted') }, ...choices(cancelGrounds, language)]} />
      </Field>
      <Told />
      <Announced beside />
    </MoveForm>
  );
}

export function ObjectionForm(props: FileDialogProps) {
  const { t } = useWords();
  return (
    <MoveForm
      {...props}
      title={t('objections.record')}
      hint={<p>{t('moves.hints.object')}</p>}
      schema={RecordObjection}
      move={recordObjection}
    >
      <Field name="objector" label={t('objections.objector')} extra={t('objections.objectorHint')}>
        <Input maxLength={200} />
      </Field>
      <Field name="content" label={t('objections.content')}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Field>
    </MoveForm>
  );
}
