import { Link } from 'react-router';
import type { DisputeRecord } from '#contract/disputes';
import { disputeCategories, disputeChannels, disputeOutcomes } from '#rules/disputes/codes';
import { Facts } from '../../kit/Facts.js';
import { showCount, showDay, showText } from '../../kit/formats.js';
import { Money } from '../../kit/Money.js';
import { Section } from '../../kit/Section.js';
import { NOTHING, useWords } from '../../kit/words.js';
import { onwardRoutes } from './dispute-codes.js';

export function DisputeFacts({ dispute }: { dispute: DisputeRecord }) {
  const { t, label } = useWords();
  return (
    <Section title={t('disputes.facts')}>
      <Facts
        facts={[
          { label: t('disputes.category'), value: label(disputeCategories, dispute.category) },
          { label: t('disputes.secondary'), value: dispute.secondary.map((code) => label(disputeCategories, code)).join('、') || NOTHING },
          { label: t('disputes.channel'), value: label(disputeChannels, dispute.channel) },
          {
            label: t('disputes.workers'),
            value: `${showCount(dispute.workerCount)}${dispute.commonRequest ? ` · ${t('disputes.common')}` : ''}`,
          },
          { label: t('disputes.claimed'), value: <Money fen={dispute.claimedFen} /> },
          { label: t('fields.registeredOn'), value: showDay(dispute.registeredOn) },
          { label: t('disputes.request'), value: showText(dispute.request), wide: true },
          { label: t('disputes.mediator'), value: showText(dispute.mediatorName) },
          { label: t('disputes.body'), value: showText(dispute.mediationBody) },
          dispute.agreedFen !== null && { label: t('disputes.agreed'), value: <Money fen={dispute.agreedFen} /> },
          dispute.performedFen !== null && { label: t('disputes.performed'), value: <Money fen={dispute.performedFen} /> },
          dispute.performedOn !== null && { label: t('disputes.performedOn'), value: dispute.performedOn },
          dispute.outcome !== null && { label: t('disputes.outcome'), value: label(disputeOutcomes, dispute.outcome) },
          dispute.onwardRoute !== null && { label: t('disputes.route'), value: label(onwardRoutes, dispute.onwardRoute) },
          dispute.employerId !== null && {
            label: t('fields.employer'),
            value: <Link to={`/employers/${dispute.employerId}`}>{dispute.employerName}</Link>,
          },
          dispute.applicantId !== null && {
            label: t('disputes.applicant'),
            value: <Link to={`/people/${dispute.applicantId}`}>{dispute.applicantName}</Link>,
          },
          dispute.reason !== null && { label: t('fields.reason'), value: dispute.reason, wide: true },
          dispute.remark !== null && { label: t('fields.remark'), value: dispute.remark, wide: true },
        ]}
      />
    </Section>
  );
}
