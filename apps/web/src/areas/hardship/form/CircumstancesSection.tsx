import { countInputs, factInputs, moneyInputs, type CountInput, type FactInput } from '#rules/hardship/household';
import { useCan } from '../../../api/use-me.js';
import { ActionButton } from '../../../kit/ActionButton.js';
import { Facts } from '../../../kit/Facts.js';
import { Money } from '../../../kit/Money.js';
import { Section } from '../../../kit/Section.js';
import { NOTHING, useWords } from '../../../kit/words.js';
import { CircumstancesForm } from './CircumstancesForm.js';
import type { FilePartProps } from '../file-parts.js';
import { askedMoney, endReasons } from './circumstances.js';

/** What the rule asks of the household beside its sheet: property, months, and what holds or does not. */
export function CircumstancesSection({ file, asked, onReload }: FilePartProps & { asked: readonly string[] }) {
  const { t, say, label, language } = useWords();
  const can = useCan();
  const known = file.form.household;
  if (known === null) return null;
  const wanted = (name: string): boolean => asked.length === 0 || asked.includes(name) || known[name as keyof typeof known] != null;
  const truth = (value: boolean | null | undefined): string => (value == null ? NOTHING : value ? t('form.yes') : t('hardship.no'));
  return (
    <Section
      title={t('hardship.circumstances')}
      tools={
        can('hardship.record') && (
          <ActionButton
            actions={file.actions}
            name="changeFileForm"
            label={t('hardship.fillIn')}
            about={t('hardship.circumstances')}
            form={(close) => <CircumstancesForm file={file} asked={asked} onClose={close} onReload={onReload} />}
          />
        )
      }
    >
      <Facts
        facts={[
          ...askedMoney.filter(wanted).map((name) => ({ label: say(moneyInputs[name]), value: <Money fen={known[name]} /> })),
          ...(Object.keys(countInputs) as CountInput[]).filter(wanted).map((name) => ({
            label: say(countInputs[name]),
            value:
              known[name] == null ? NOTHING : `${known[name]} ${language === 'zh' ? countInputs[name].unitZh : countInputs[name].unitEn}`,
          })),
          ...(Object.keys(factInputs) as FactInput[])
            .filter(wanted)
            .map((name) => ({ label: say(factInputs[name]), value: truth(known[name]) })),
          ...(file.form.ends ?? []).map(({ reason, on }) => ({ label: label(endReasons, reason), value: on })),
        ]}
      />
    </Section>
  );
}
