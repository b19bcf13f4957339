import { Input, Select } from 'antd';
import { ChangeHouseholdMember, EndHouseholdMember, MemberAnswers } from '#contract/hardship-form';
import { leavings, relations } from '#rules/hardship/household/household-members';
import { changeHouseholdMember, endHouseholdMember, partOf } from '../../../api/hardship.js';
import { ActionForm } from '../../../kit/ActionForm.js';
import { DayInput } from '../../../kit/DayInput.js';
import { Field } from '../../../kit/Field.js';
import { todayInChina } from '../../../kit/formats.js';
import { choices, useWords } from '../../../kit/words.js';
import { AnswerField } from '../form/AnswerField.js';
import type { FileDialogProps } from '../file-parts.js';
import { entriesOf, memberEntries } from '../form/form-entries.js';
import type { Member } from './household-columns.js';

type Props = FileDialogProps & { member: Member };

const Change = ChangeHouseholdMember.omit({ answers: true, version: true }).extend(MemberAnswers.shape);
const ofForm = (name: string): boolean => name in MemberAnswers.shape;

export function ChangeMemberForm({ file, member, onClose, onReload }: Props) {
  const { t, language } = useWords();
  const known = member.relation in relations;
  return (
    <ActionForm
      title={t('hardship.memberTitle', { name: member.name })}
      schema={Change}
      initial={{ ...(known && { relation: member.relation }), status: member.status, schooling: member.schooling, ...member.answers }}
      submit={(body, key) => {
        const entries = Object.entries(body);
        const answers = Object.fromEntries(entries.filter(([name]) => ofForm(name)));
        const own = Object.fromEntries(entries.filter(([name]) => !ofForm(name)));
        return changeHouseholdMember(partOf(file.id, 'members', member.id), { version: file.version, ...own, answers }, key);
      }}
      forget={['hardship-file']}
      onClose={onClose}
      onReload={onReload}
      width={760}
    >
      {!member.isHolder && (
        <Field name="relation" label={t('hardship.relation')} span={4}>
          <Select options={choices(relations, language).filter(({ value }) => value !== 'holder')} />
        </Field>
      )}
      <Field name="status" label={t('people.memberStatus')} span={4}>
        <Input maxLength={30} placeholder={t('hardship.statusHint')} />
      </Field>
      <Field name="schooling" label={t('people.schooling')} span={4}>
        <Input maxLength={60} />
      </Field>
      {file.sealedShown &&
        entriesOf(memberEntries, file.formEra).map((entry) => <AnswerField key={entry.name} entry={entry} era={file.formEra} />)}
    </ActionForm>
  );
}

/** Nobody is deleted: a membership ends on a day, for a reason. */
export function EndMemberForm({ file, member, onClose, onReload }: Props) {
  const { t, language } = useWords();
  return (
    <ActionForm
      title={t('hardship.endTitle', { name: member.name })}
      schema={EndHouseholdMember}
      initial={{ leftOn: todayInChina() }}
      constants={{ version: file.version }}
      submit={(body, key) => endHouseholdMember(partOf(file.id, 'members', member.id), body, key)}
      forget={['hardship-file']}
      onClose={onClose}
      onReload={onReload}
    >
      <Field name="leaving" label={t('hardship.leaving')} span={6}>
        <Select options={choices(leavings, language)} />
      </Field>
      <Field name="leftOn" label={t('hardship.leftOn')} span={6}>
        <DayInput latest={todayInChina()} {...(member.joinedOn && { earliest: member.joinedOn })} />
      </Field>
    </ActionForm>
  );
}
