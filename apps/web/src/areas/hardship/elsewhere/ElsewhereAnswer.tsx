import type { z } from 'zod';
import type { ElsewhereAnswer as Answer } from '#contract/elsewhere';
import { Notice } from '../../../kit/Notice.js';
import { useWords } from '../../../kit/words.js';

/** Yes or no, and whom to call. */
export function ElsewhereAnswer({ told }: { told: z.infer<typeof Answer> }) {
  const { t } = useWords();
  if (!told.answer) return <Notice>{t('elsewhere.no')}</Notice>;
  return (
    <Notice tone="warning">
      {t('elsewhere.yes')}
      <ul>
        {told.contacts.map(({ organisationId, organisationName, phone }) => (
          <li key={organisationId}>
            <strong>{organisationName}</strong> <span className="number">{phone ?? t('elsewhere.noPhone')}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
