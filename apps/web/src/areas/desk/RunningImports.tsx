import { Link } from 'react-router';
import type { z } from 'zod';
import type { Workbench } from '#contract/desk';
import { JobProgress } from '../../kit/JobProgress.js';
import { Section } from '../../kit/Section.js';
import { useWords } from '../../kit/words.js';
import styles from './workbench.module.css';

export function RunningImports({ imports }: { imports: z.infer<typeof Workbench>['imports'] }) {
  const { t } = useWords();
  if (imports.length === 0) return null;
  return (
    <Section title={t('desk.imports')}>
      <ul className={styles['imports']}>
        {imports.map((running) => (
          <li key={running.id}>
            <Link to={`/imports/${running.id}`}>{running.fileName}</Link>
            <JobProgress label={t('desk.importing')} done={running.rowsDone} total={running.rowsTotal} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
