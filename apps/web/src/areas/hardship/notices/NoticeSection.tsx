import type { HardshipRecord } from '#contract/hardship';
import { cancelGrounds } from '#rules/hardship/changes/change-guards';
import { hardshipClasses } from '#rules/hardship/codes';
import { noticeEndings, noticeKinds } from '#rules/hardship/notices/notices';
import { EmptyState } from '../../../kit/EmptyState.js';
import { Facts } from '../../../kit/Facts.js';
import { Section } from '../../../kit/Section.js';
import { StatusTag } from '../../../kit/StatusTag.js';
import { useWords } from '../../../kit/words.js';
import type { FilePartProps } from '../file-parts.js';
import styles from '../hardship.module.css';
import { ObjectionList } from './ObjectionList.js';

type Notice = HardshipRecord['notices'][number];

/** 公示、告知: what hangs or was told, until when one may object, and who did. */
export function NoticeSection({ file, onReload }: FilePartProps) {
  const { t } = useWords();
  return (
    <Section title={t('notices.title')}>
      {file.notices.length === 0 ? (
        <EmptyState mark="示" title={t('notices.none')} hint={t('notices.noneHint')} />
      ) : (
        <div className={styles['stack']}>
          {file.notices.map((notice) => (
            <OneNotice key={notice.id} file={file} notice={notice} onReload={onReload} />
          ))}
        </div>
      )}
    </Section>
  );
}

function OneNotice({ file, notice, onReload }: FilePartProps & { notice: Notice }) {
  const { t, say, label } = useWords();
  const state = notice.endedHow ? say(noticeEndings[notice.endedHow]) : t(notice.suspended ? 'notices.suspended' : 'notices.running');
  return (
    <article className={styles['notice']}>
      <h3>
        {say(noticeKinds[notice.kind])}{' '}
        <StatusTag tone={notice.endedHow ? 'done' : notice.suspended ? 'bad' : 'waiting'}>{state}</StatusTag>
      </h3>
      <Facts
        facts={[
          { label: t('notices.givenOn'), value: notice.givenOn },
          {
            label: t('notices.endsOn'),
            value: notice.endedHow ? `${notice.endsOn} · ${t('notices.endedOn', { day: notice.endedOn })}` : notice.endsOn,
          },
          { label: t('notices.phone'), value: notice.phone },
          { label: t('notices.place'), value: notice.place },
          notice.classWanted !== null && { label: t('notices.classWanted'), value: label(hardshipClasses, notice.classWanted) },
          notice.ground !== null && {
            label: t('notices.ground'),
            value: label({ ...cancelGrounds, lifted: { zh: '脱困', en: 'Hardship is over' } }, notice.ground),
          },
          notice.toldOn !== null && { label: t('notices.toldOn'), value: notice.toldOn },
          notice.reason !== null && { label: t('fields.reason'), value: notice.reason, wide: true },
        ]}
      />
      <blockquote lang="zh-CN" className={styles['poster']}>
        {notice.text}
      </blockquote>
      <ObjectionList file={file} notice={notice} onReload={onReload} />
    </article>
  );
}
