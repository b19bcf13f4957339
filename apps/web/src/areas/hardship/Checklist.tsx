import { CheckOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import type { HardshipRecord } from '#contract/hardship';
import { todayInChina } from '../../kit/formats.js';
import { Section } from '../../kit/Section.js';
import { useWords } from '../../kit/words.js';
import { fileChecklist } from './file-checklist.js';
import styles from './hardship.module.css';

/** 材料清单: what is there, what is missing, and where it is entered. */
export function Checklist({ file }: { file: HardshipRecord }) {
  const { t } = useWords();
  const items = fileChecklist(file, todayInChina());
  if (items.length === 0) return null;
  const missing = items.filter(({ done }) => !done).length;
  return (
    <Section
      title={t('checklist.title')}
      tools={<span className="soft number">{missing === 0 ? t('checklist.complete') : t('checklist.missing', { count: missing })}</span>}
    >
      <ul className={styles['checklist']}>
        {items.map(({ item, done, count, tab }) => (
          <li key={item} data-done={done}>
            <span aria-hidden="true">{done ? <CheckOutlined /> : '○'}</span>
            <span className="unseen">{t(done ? 'checklist.there' : 'checklist.lacking')}</span>
            <Link to={`?tab=${tab}`} replace preventScrollReset>
              {t(`checklist.items.${item}`)}
            </Link>
            {!done && (count ?? 0) > 0 && <em className="number">{t('checklist.count', { count })}</em>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
