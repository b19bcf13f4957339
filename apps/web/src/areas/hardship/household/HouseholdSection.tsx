import { Button } from 'antd';
import { useState } from 'react';
import { hardshipTables } from './household-columns.js';
import { useCan } from '../../../api/use-me.js';
import { ActionButton } from '../../../kit/ActionButton.js';
import { DataTable } from '../../../kit/DataTable.js';
import { EmptyState } from '../../../kit/EmptyState.js';
import { Section } from '../../../kit/Section.js';
import { useWords } from '../../../kit/words.js';
import { AddMemberForm } from './AddMemberForm.js';
import type { FilePartProps } from '../file-parts.js';
import styles from '../hardship.module.css';
import { ChangeMemberForm, EndMemberForm } from './MemberForms.js';

/** Who lives together and counts together: with what each brings in, what each costs, and what still has to be proved. */
export function HouseholdSection({ file, onReload }: FilePartProps) {
  const words = useWords();
  const { t } = words;
  const can = useCan();
  const record = can('hardship.record');
  const [former, setFormer] = useState(false);
  const { present, gone } = hardshipTables(file, words);
  const parts = { file, onReload };
  return (
    <Section
      title={t('hardship.household')}
      flush
      tools={
        can('hardship.record') && (
          <ActionButton
            actions={file.actions}
            name="addHouseholdMember"
            label={t('hardship.addMember')}
            form={(close) => <AddMemberForm {...parts} onClose={close} />}
          />
        )
      }
    >
      {file.members.length === 0 ? (
        <EmptyState mark="户" title={t('hardship.noMembers')} hint={t('hardship.noMembersHint')} />
      ) : (
        <DataTable
          caption={t('hardship.household')}
          columns={present}
          rows={file.members}
          rowKey={(member) => member.id}
          rowPath={(member) => `/people/${member.personId}`}
          actionsTitle={t('list.actions')}
          rowActions={
            record
              ? (member) => (
                  <span className={styles['acts']}>
                    <ActionButton
                      actions={file.actions}
                      name="changeHouseholdMember"
                      label={t('hardship.changeMember')}
                      about={member.name}
                      form={(close) => <ChangeMemberForm {...parts} member={member} onClose={close} />}
                    />
                    {!member.isHolder && (
                      <ActionButton
                        actions={file.actions}
                        name="endHouseholdMember"
                        label={t('hardship.endMember')}
                        about={member.name}
                        form={(close) => <EndMemberForm {...parts} member={member} onClose={close} />}
                      />
                    )}
                  </span>
                )
              : undefined
          }
        />
      )}
      {file.formerMembers.length > 0 && (
        <div className={styles['former']}>
          <Button type="link" size="small" aria-expanded={former} onClick={() => setFormer(!former)}>
            {t('hardship.formerMembers', { count: file.formerMembers.length })}
          </Button>
          {former && (
            <DataTable
              caption={t('hardship.formerMembers', { count: file.formerMembers.length })}
              columns={gone}
              rows={file.formerMembers}
              rowKey={(member) => member.id}
              rowTone={() => 'quiet'}
            />
          )}
        </div>
      )}
    </Section>
  );
}
