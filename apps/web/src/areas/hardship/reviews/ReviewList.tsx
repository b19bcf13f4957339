import type { z } from 'zod';
import type { ReviewRow } from '#contract/reviews';
import { hardshipClasses } from '#rules/hardship/codes';
import { reviewReasons } from '#rules/hardship/reviews/review-calendar';
import { findReviews } from '../../../api/reviews.js';
import { ActionButton } from '../../../kit/ActionButton.js';
import { ClockLamp } from '../../../kit/ClockLamp.js';
import type { Column } from '../../../kit/DataTable.js';
import { showDay } from '../../../kit/formats.js';
import { ListPage } from '../../../kit/ListPage.js';
import { choices, useWords } from '../../../kit/words.js';
import { CaseStatus } from '../../desk/CaseStatus.js';
import { OrganisationSelect } from '../../organisations/OrganisationSelect.js';
import { BeginReviewForm } from './BeginReviewForm.js';
import { reasonsInFull, reasonsInShort } from './ReasonChips.js';
import { ReviewMonths } from './ReviewMonths.js';

type Row = z.infer<typeof ReviewRow>;

/** 复核日历: whose review is due, by month, with what calls for it; it can be begun from here. */
export function ReviewList() {
  const words = useWords();
  const { t, label, language } = words;
  const columns: Column<Row>[] = [
    { key: 'holder', title: t('reviews.holder'), width: 84, render: (row) => row.holderName },
    { key: 'clock', title: t('reviews.reviewOn'), width: 206, render: (row) => <ClockLamp clock={row.clock} /> },
    {
      key: 'reasons',
      title: t('reviews.reasons'),
      render: (row) => reasonsInShort(row.reasons, words),
      hint: (row) => reasonsInFull(row.reasons, words),
    },
    { key: 'class', title: t('hardship.class'), width: 112, render: (row) => label(hardshipClasses, row.hardshipClass) },
    { key: 'status', title: t('fields.status'), width: 104, render: (row) => <CaseStatus noun="hardship-file" status={row.status} /> },
    {
      key: 'last',
      spare: true,
      title: t('reviews.reviewedOn'),
      width: 96,
      render: (row) => <span className="number">{showDay(row.reviewedOn)}</span>,
    },
    {
      key: 'handler',
      title: t('reviews.handler'),
      width: 92,
      render: (row) => row.handlerName ?? t('reviews.nobody'),
      hint: (row) => row.handlerName,
    },
    {
      key: 'organisation',
      spare: true,
      title: t('fields.organisation'),
      width: 108,
      render: (row) => row.organisationName,
      hint: (row) => row.organisationName,
    },
  ];
  return (
    <ListPage
      title={t('menu.reviews')}
      about={t('reviews.about')}
      noun="hardship-review"
      find={findReviews}
      above={<ReviewMonths />}
      views={[
        { key: 'mine', label: t('reviews.views.mine'), counted: true },
        { key: 'all', label: t('reviews.views.all'), counted: true },
        { key: 'overdue', label: t('reviews.views.overdue'), counted: true, alarming: true },
        { key: 'year', label: t('reviews.views.year') },
      ]}
      filters={[
        { kind: 'choice', key: 'reason', label: t('reviews.reason'), options: choices(reviewReasons, language), width: 168 },
        {
          kind: 'own',
          key: 'organisationId',
          render: (value, set) => <OrganisationSelect label={t('fields.organisation')} value={value ?? null} onChange={set} width={150} />,
        },
      ]}
      columns={columns}
      rowKey={(row) => row.id}
      rowPath={(row) => `/hardship-files/${row.id}?tab=review`}
      rowTone={(row) => (row.clock.lamp === 'black' ? 'alarm' : undefined)}
      rowActions={(row) => (
        <ActionButton
          actions={row.actions}
          name="beginReview"
          label={t('reviews.begin')}
          about={row.holderName}
          form={(onClose) => <BeginReviewForm review={row} onClose={onClose} />}
        />
      )}
      empty={{ title: t('reviews.empty'), hint: t('reviews.emptyHint') }}
    />
  );
}
