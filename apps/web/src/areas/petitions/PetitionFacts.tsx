import { Link } from 'react-router';
import type { PetitionRecord } from '#contract/petitions';
import { disputeCategories } from '#rules/disputes/codes';
import {
  petitionChannels,
  petitionHandlings,
  petitionPurposes,
  petitionResults,
  petitionSubjects,
  satisfactions,
} from '#rules/petitions/codes';
import { revealPerson } from '../../api/people.js';
import { useCan } from '../../api/use-me.js';
import { Facts } from '../../kit/Facts.js';
import { showCount, showDay, showText } from '../../kit/formats.js';
import { MaskedField } from '../../kit/MaskedField.js';
import { Section } from '../../kit/Section.js';
import { useWords } from '../../kit/words.js';
import { contactKinds } from './petition-codes.js';

export function PetitionFacts({ petition }: { petition: PetitionRecord }) {
  const { t, label } = useWords();
  const can = useCan();
  const { petitionerId } = petition;
  const reveal =
    petitionerId && can('person.reveal')
      ? async (purpose: string) => (await revealPerson(petitionerId, { field: 'phone', purpose })).value
      : undefined;
  return (
    <Section title={t('petitions.facts')}>
      <Facts
        facts={[
          { label: t('petitions.channel'), value: label(petitionChannels, petition.channel) },
          { label: t('petitions.purpose'), value: label(petitionPurposes, petition.purpose) },
          { label: t('petitions.subject'), value: label(petitionSubjects, petition.subject) },
          { label: t('petitions.detail'), value: label(disputeCategories, petition.detail) },
          {
            label: t('petitions.petitioner'),
            value: petitionerId ? (
              <Link to={`/people/${petitionerId}`}>{petition.petitionerName}</Link>
            ) : petition.anonymous ? (
              t('petitions.anonymous')
            ) : (
              showText(petition.petitionerName)
            ),
          },
          { label: t('fields.phone'), value: <MaskedField label={t('fields.phone')} masked={petition.phoneMasked} reveal={reveal} /> },
          { label: t('petitions.persons'), value: showCount(petition.personCount) },
          { label: t('petitions.contactKind'), value: label(contactKinds, petition.contactKind) },
          {
            label: t('petitions.employer'),
            value: petition.employerId ? (
              <Link to={`/employers/${petition.employerId}`}>{petition.employerName}</Link>
            ) : (
              showText(petition.employerName)
            ),
            wide: true,
          },
          { label: t('fields.address'), value: showText(petition.address), wide: true },
          { label: t('petitions.handler'), value: showText(petition.handlerName) },
          { label: t('petitions.handling'), value: label(petitionHandlings, petition.handling) },
          petition.handlingOffice !== null && { label: t('petitions.office'), value: petition.handlingOffice },
          petition.acceptedOn !== null && { label: t('petitions.acceptedOn'), value: petition.acceptedOn },
          petition.repliedOn !== null && { label: t('petitions.repliedOn'), value: showDay(petition.repliedOn) },
          petition.result !== null && { label: t('petitions.result'), value: label(petitionResults, petition.result) },
          petition.satisfaction !== null && { label: t('petitions.satisfaction'), value: label(satisfactions, petition.satisfaction) },
          petition.reason !== null && { label: t('fields.reason'), value: petition.reason, wide: true },
          petition.remark !== null && { label: t('fields.remark'), value: petition.remark, wide: true },
        ]}
      />
    </Section>
  );
}
