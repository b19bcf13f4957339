import { Button, Popover } from 'antd';
import { BookOutlined } from '@ant-design/icons';
import { useWords } from '../../../kit/words.js';
import type { Cited, Source } from './assessment-types.js';
import styles from './eligibility.module.css';
import { Unverified } from './Verdict.js';

interface Props {
  /** What rests on it, for screen readers. */
  of: string;
  citation: Cited;
  sources: readonly Source[];
  unverified: boolean;
}

/** The instrument, its article, and the text that was read of it. */
export function Citation({ of, citation, sources, unverified }: Props) {
  const { t, say } = useWords();
  const read = sources.filter(({ id }) => citation.sources.includes(id));
  return (
    <Popover
      trigger="click"
      placement="left"
      title={
        <span>
          {citation.instrument}
          {citation.article && ` ${citation.article}`} {unverified && <Unverified />}
        </span>
      }
      content={
        <div className={styles['source']}>
          {unverified && <p className={styles['doubt']}>{t('eligibility.unverifiedHint')}</p>}
          {read.map((source) => (
            <section key={source.id}>
              <h3>{source.title}</h3>
              <p className="soft">{source.read}</p>
              <blockquote>{say(source.text)}</blockquote>
            </section>
          ))}
        </div>
      }
    >
      <Button type="link" size="small" icon={<BookOutlined aria-hidden />} aria-label={t('eligibility.citationOf', { of })}>
        {t('eligibility.citation')}
      </Button>
    </Popover>
  );
}
