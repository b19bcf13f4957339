import { useQuery } from '@tanstack/react-query';
import { getPerson, revealPerson } from '../../api/people.js';
import { keys } from '../../api/query-keys.js';
import { useCan } from '../../api/use-me.js';
import { MaskedField } from '../../kit/MaskedField.js';
import { NOTHING, useWords } from '../../kit/words.js';

/** The number under which somebody known is reached: masked, and looked at for a purpose. Nothing where this user may not see the person. */
export function PersonPhone({ personId }: { personId: string }) {
  const { t } = useWords();
  const can = useCan();
  const { data: person } = useQuery({ queryKey: keys.record('person', personId), queryFn: ({ signal }) => getPerson(personId, signal) });
  if (!person) return <>{NOTHING}</>;
  const reveal = can('person.reveal')
    ? async (purpose: string) => (await revealPerson(personId, { field: 'phone', purpose })).value
    : undefined;
  return <MaskedField label={t('people.phone')} masked={person.phoneMasked} reveal={reveal} />;
}
