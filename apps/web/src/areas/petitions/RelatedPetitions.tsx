import { Link } from 'react-router';
import type { PetitionRecord } from '#contract/petitions';
import { petitionChannels } from '#rules/petitions/codes';
import { Notice } from '../../kit/Notice.js';
import { Section } from '../../kit/Section.js';
import { useWords } from '../../kit/words.js';
import styles from './petitions.module.css';

type Props = { petition: PetitionRecord };

/** Contacts that may be about the same matter; whether they are, a person decides. */
export function PossibleRepeats({ petition }: Props) {
  const { t, label } = useWords();
  if (petition.possibleRepeats.length === 0) return null;
  return (
    <Notice tone="warning">
      {t('petitions.possibleRepeats')}
      <ul className={styles['links']}>
        {petition.possibleRepeats.map((other) => (
          <li key={other.id}>
            <Link to={`/petitions/${other.id}`}>{other.number ?? other.registeredOn}</Link>
            <span className="number">{other.registeredOn}</span>
            <span>{label(petitionChannels, other.channel)}</span>
            <span className="soft">{other.because.map((why) => t(`petitions.because.${why}`)).join('、')}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

export function SameMatter({ petition }: Props) {
  const { t, label } = useWords();
  const others = petition.sameMatter.filter(({ id }) => id !== petition.id);
  if (others.length === 0) return null;
  return (
    <Section title={t('petitions.sameMatter')}>
      <ul className={styles['links']}>
        {others.map((other) => (
          <li key={other.id}>
            <Link to={`/petitions/${other.id}`}>{other.number ?? other.registeredOn}</Link>
            <span className="number">{other.registeredOn}</span>
            <span>{label(petitionChannels, other.channel)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
