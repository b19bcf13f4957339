import type { z } from 'zod';
import { ChangePerson, type PersonRecord } from '#contract/people';
import { changePerson } from '../../api/people.js';
import { ActionForm } from '../../kit/ActionForm.js';
import { Notice } from '../../kit/Notice.js';
import { useWords } from '../../kit/words.js';
import { PersonFields } from './PersonFields.js';

interface Props {
  person: z.infer<typeof PersonRecord>;
  onClose: () => void;
  onReload: () => void;
}

/** What is masked on the page starts empty here and stays as it is unless something is typed. */
export function ChangePersonForm({ person, onClose, onReload }: Props) {
  const { t } = useWords();
  const { sex, birthDate, ethnicity, politics } = person;
  return (
    <ActionForm
      title={t('people.change')}
      schema={ChangePerson}
      initial={{ sex, birthDate, ethnicity, politics }}
      constants={{ version: person.version }}
      submit={(body, key) => changePerson(person.id, body, key)}
      forget={['person']}
      onClose={onClose}
      onReload={onReload}
      width={760}
    >
      <div style={{ gridColumn: 'span 12', marginBottom: 12 }}>
        <Notice>{t('people.changeHint')}</Notice>
      </div>
      <PersonFields idFacts={null} />
    </ActionForm>
  );
}
