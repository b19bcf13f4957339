import { Input, Select } from 'antd';
import type { z } from 'zod';
import { AddHouseholdMember } from '#contract/hardship-form';
import { relations } from '#rules/hardship/household/household-members';
import { addHouseholdMember } from '../../../api/hardship.js';
import { ActionForm } from '../../../kit/ActionForm.js';
import { DayInput } from '../../../kit/DayInput.js';
import { Field } from '../../../kit/Field.js';
import { todayInChina } from '../../../kit/formats.js';
import { choices, useWords } from '../../../kit/words.js';
import type { FileDialogProps } from '../file-parts.js';
import { MemberIdentity } from './MemberIdentity.js';

const { person, personId, relation, joinedOn, status, schooling } = AddHouseholdMember.shape;
const Person = person.unwrap();
const NewMember = Person.extend({ personId, relation, joinedOn, status, schooling });

/** Somebody of the household: found among the people on record, or entered for the first time. */
export function AddMemberForm({ file, onClose, onReload }: FileDialogProps) {
  const { t, language } = useWords();
  const others = choices(relations, language).filter(({ value }) => value !== 'holder');
  return (
    <ActionForm
      title={t('hardship.addMember')}
      schema={NewMember}
      initial={{ notSameAs: [] }}
      submit={(body, key) => addHouseholdMember(file.id, { version: file.version, ...asSent(body) }, key)}
      forget={['hardship-file', 'person']}
      onClose={onClose}
      onReload={onReload}
      width={720}
    >
      <MemberIdentity />
      <Field name="relation" label={t('hardship.relation')} span={4}>
        <Select options={others} />
      </Field>
      <Field name="status" label={t('people.memberStatus')} span={4}>
        <Input maxLength={30} placeholder={t('hardship.statusHint')} />
      </Field>
      <Field name="schooling" label={t('people.schooling')} span={4}>
        <Input maxLength={60} />
      </Field>
      <Field name="joinedOn" label={t('hardship.joinedOn')} span={4} extra={t('hardship.joinedHint')}>
        <DayInput latest={todayInChina()} />
      </Field>
    </ActionForm>
  );
}

/** A known person is sent by id alone: what stands masked beside it is not ours to send. */
function asSent({ personId: known, relation: as, joinedOn: since, status: state, schooling: school, ...typed }: z.input<typeof NewMember>) {
  const member = { relation: as, joinedOn: since, status: state, schooling: school };
  return known ? { ...member, personId: known } : { ...member, person: typed };
}
