import { Input } from 'antd';
import { useNavigate } from 'react-router';
import type { z } from 'zod';
import { BeginReview } from '#contract/hardship-moves';
import type { ReviewRow } from '#contract/reviews';
import { fileMoveLabels } from '#rules/hardship/file-lifecycle';
import { beginReview } from '../../../api/hardship-moves.js';
import { ActionForm } from '../../../kit/ActionForm.js';
import { DayInput } from '../../../kit/DayInput.js';
import { Field } from '../../../kit/Field.js';
import { todayInChina } from '../../../kit/formats.js';
import { useWords } from '../../../kit/words.js';
import styles from '../hardship.module.css';

interface Props {
  review: z.infer<typeof ReviewRow>;
  onClose: () => void;
}

/** Begins the review from the list, and goes on at the file with what has changed. */
export function BeginReviewForm({ review, onClose }: Props) {
  const { t, say } = useWords();
  const navigate = useNavigate();
  return (
    <ActionForm
      title={`${say(fileMoveLabels.beginReview)} · ${review.holderName}`}
      schema={BeginReview}
      initial={{ on: todayInChina() }}
      constants={{ version: review.version }}
      submit={(body, key) => beginReview(review.id, body, key)}
      forget={['hardship-file', 'hardship-review']}
      onClose={onClose}
      onDone={() => void navigate(`/hardship-files/${review.id}?tab=review`)}
      submitLabel={say(fileMoveLabels.beginReview)}
    >
      <p className={styles['wide']}>{t('reviews.beginHint')}</p>
      <Field name="on" label={t('fields.happenedOn')} span={4}>
        <DayInput earliest={review.reviewedOn ?? undefined} latest={todayInChina()} />
      </Field>
      <Field name="note" label={t('fields.note')} span={8}>
        <Input maxLength={1000} />
      </Field>
    </ActionForm>
  );
}
