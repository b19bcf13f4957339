import type { HardshipRecord } from '#contract/hardship';
import { hardshipClasses } from '#rules/hardship/codes';
import { showInstant } from '../../../kit/formats.js';
import { useCan } from '../../../api/use-me.js';
import { ActionButton } from '../../../kit/ActionButton.js';
import { DataTable, type Column } from '../../../kit/DataTable.js';
import { Section } from '../../../kit/Section.js';
import { useWords } from '../../../kit/words.js';
import type { FilePartProps } from '../file-parts.js';
import { AgreeToOverrideForm, AskOverrideForm } from './OverrideForms.js';
import { Unverified } from './Verdict.js';

type Row = HardshipRecord['assessments'][number];

/** The assessments that decisions rest on; the newest can be decided otherwise, by two people. */
export function AssessmentList({ file, onReload }: FilePartProps) {
  const { t, label } = useWords();
  const can = useCan();
  if (file.assessments.length === 0) return null;
  const verdict = (row: Row): string =>
    row.verdict === 'eligible' ? label(hardshipClasses, row.proposed) : t(`eligibility.outcomes.${row.verdict}`);
  const columns: Column<Row>[] = [
    { key: 'at', title: t('eligibility.madeAt'), width: 138, render: (row) => <span className="number">{showInstant(row.madeAt)}</span> },
    {
      key: 'verdict',
      title: t('eligibility.verdict'),
      width: 150,
      render: (row) => (
        <>
          {verdict(row)} {row.unverified && <Unverified />}
        </>
      ),
    },
    {
      key: 'override',
      title: t('override.title'),
      wrap: true,
      render: (row) =>
        row.override
          ? `${row.override.wanted ? label(hardshipClasses, row.override.wanted) : t('override.none')} · ${t(row.override.agreedBy ? 'override.agreed' : 'override.asked')} · ${row.override.reason}`
          : '—',
    },
    { key: 'by', title: t('eligibility.madeBy'), width: 84, render: (row) => row.madeByName },
  ];
  const acts = can('hardship.review') || can('hardship.approve') || can('hardship.check');
  return (
    <Section title={t('eligibility.records')} flush>
      <DataTable
        caption={t('eligibility.records')}
        columns={columns}
        rows={file.assessments}
        rowKey={(row) => row.id}
        actionsTitle={t('list.actions')}
        actionsWidth={128}
        rowActions={
          acts
            ? (row) => (
                <>
                  {!row.override && (
                    <ActionButton
                      actions={row.actions}
                      name="askOverride"
                      label={t('override.ask')}
                      form={(close) => <AskOverrideForm file={file} row={row} onReload={onReload} onClose={close} />}
                    />
                  )}
                  {row.override && !row.override.agreedBy && (
                    <ActionButton
                      actions={row.actions}
                      name="agreeToOverride"
                      label={t('override.agree')}
                      form={(close) => <AgreeToOverrideForm file={file} row={row} onReload={onReload} onClose={close} />}
                    />
                  )}
                </>
              )
            : undefined
        }
      />
    </Section>
  );
}
