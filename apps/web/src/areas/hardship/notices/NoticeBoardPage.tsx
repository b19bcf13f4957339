import { Button } from 'antd';
import { PrinterOutlined } from '@ant-design/icons';
import type { z } from 'zod';
import { Link } from 'react-router';
import type { NoticeRow } from '#contract/hardship-moves';
import { noticeKinds } from '#rules/hardship/notices/notices';
import { findNotices } from '../../../api/hardship-moves.js';
import { asProblem, isForbidden } from '../../../api/problem.js';
import { EmptyState } from '../../../kit/EmptyState.js';
import { Loading } from '../../../kit/Loading.js';
import { PageHead } from '../../../kit/PageHead.js';
import { ProblemNotice } from '../../../kit/ProblemNotice.js';
import { StatusTag } from '../../../kit/StatusTag.js';
import { useListQuery } from '../../../kit/use-list-query.js';
import { useWords } from '../../../kit/words.js';
import { OrganisationSelect } from '../../organisations/OrganisationSelect.js';
import styles from './board.module.css';

type Row = z.infer<typeof NoticeRow>;

/** 公示栏: the public notices that run, as they hang; the browser prints one a page. */
export function NoticeBoardPage() {
  const { t } = useWords();
  const list = useListQuery<Row>('hardship-notice', findNotices as never);
  const rows = list.query.data?.items ?? [];
  return (
    <>
      <div className="unprinted">
        <PageHead title={t('menu.notices')} about={t('board.about')}>
          <OrganisationSelect
            label={t('fields.organisation')}
            value={list.filters['organisationId'] ?? null}
            onChange={(organisationId) => list.filter({ organisationId })}
            width={170}
          />
          <Button icon={<PrinterOutlined aria-hidden />} disabled={rows.length === 0} onClick={() => window.print()}>
            {t('board.print')}
          </Button>
        </PageHead>
      </div>
      {list.query.error &&
        (isForbidden(list.query.error) ? (
          <EmptyState mark="禁" title={t('problem.forbidden')} hint={t('problem.forbiddenHint')} />
        ) : (
          <ProblemNotice problem={asProblem(list.query.error)} onRetry={() => void list.query.refetch()} />
        ))}
      {list.query.isPending && <Loading lines={8} />}
      {list.query.data && rows.length === 0 && <EmptyState page mark="示" title={t('board.empty')} hint={t('board.emptyHint')} />}
      <div className={styles['board']}>
        {rows.map((row) => (
          <Poster key={row.id} row={row} />
        ))}
      </div>
      {(list.previous ?? list.next) && (
        <nav className={`${styles['pages']} unprinted`} aria-label={t('list.pages')}>
          <Button size="small" disabled={!list.previous} onClick={list.previous}>
            {t('list.previous')}
          </Button>
          <Button size="small" disabled={!list.next} onClick={list.next}>
            {t('list.next')}
          </Button>
        </nav>
      )}
    </>
  );
}

function Poster({ row }: { row: Row }) {
  const { t, say } = useWords();
  return (
    <article className={styles['poster']}>
      <header className="unprinted">
        <StatusTag tone={row.suspended ? 'bad' : 'waiting'}>
          {row.suspended ? t('notices.suspended') : t('board.until', { day: row.endsOn })}
        </StatusTag>
        <span className="soft">{say(noticeKinds[row.kind])}</span>
        <Link to={`/hardship-files/${row.fileId}?tab=notices`}>{t('board.file')}</Link>
      </header>
      <div lang="zh-CN">
        <h2>公 示</h2>
        <p className={styles['text']}>{row.text}</p>
        <dl>
          <dt>公示期</dt>
          <dd className="number">
            {row.givenOn} 至 {row.endsOn}
          </dd>
          <dt>异议受理电话</dt>
          <dd className="number">{row.phone}</dd>
          {row.place && (
            <>
              <dt>张贴地点</dt>
              <dd>{row.place}</dd>
            </>
          )}
        </dl>
        <p className={styles['signed']}>
          {row.organisationName}
          <br />
          <span className="number">{row.givenOn}</span>
        </p>
      </div>
    </article>
  );
}
