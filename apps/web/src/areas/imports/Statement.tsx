import type { ImportStatement } from '#contract/imports';
import { showCount } from '../../kit/formats.js';
import { Money } from '../../kit/Money.js';
import { Section } from '../../kit/Section.js';
import { StatusTag } from '../../kit/StatusTag.js';
import { useWords } from '../../kit/words.js';
import { ledgerKindWords, rowOutcomes } from './import-codes.js';
import styles from './imports.module.css';

const outcomes = ['created', 'updated', 'unchanged', 'duplicate', 'rejected'] as const;
type Line = ImportStatement['total'];

/** Drawn as a bank draws one: what came in, what became of it, and that the two are equal. */
export function Statement({ statement }: { statement: ImportStatement }) {
  const { t, label } = useWords();
  const { total, sheets } = statement;
  const money = total.amounts.inFen > 0;
  return (
    <Section
      title={statement.dryRun ? t('imports.trialStatement') : t('imports.statement')}
      tools={
        <StatusTag tone={statement.balanced ? 'good' : 'bad'}>
          {statement.balanced ? t('imports.balanced') : t('imports.unbalanced')}
        </StatusTag>
      }
    >
      <Equation line={total} />
      <div className={styles['ledger']} tabIndex={0} role="region" aria-label={t('imports.statement')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('imports.sheet')}</th>
              <th scope="col">{t('imports.kind')}</th>
              <th scope="col">{t('imports.rowsIn')}</th>
              {outcomes.map((outcome) => (
                <th key={outcome} scope="col">
                  {label(rowOutcomes, outcome)}
                </th>
              ))}
              <th scope="col">{label(rowOutcomes, 'ignored')}</th>
              <th scope="col">{t('imports.warnings')}</th>
            </tr>
          </thead>
          <tbody>
            {sheets.map((sheet) => (
              <Rows
                key={sheet.sheet}
                name={sheet.sheet}
                kind={label(ledgerKindWords, sheet.kind)}
                line={sheet}
                money={money && sheet.amounts.inFen > 0}
              />
            ))}
          </tbody>
          <tfoot>
            <Rows name={t('imports.total')} kind="" line={total} money={money} />
          </tfoot>
        </table>
      </div>
    </Section>
  );
}

function Equation({ line }: { line: Line }) {
  const { t, label } = useWords();
  return (
    <p className={styles['equation']}>
      <span>
        <strong>{showCount(line.rowsIn)}</strong>
        {t('imports.rowsIn')}
      </span>
      {outcomes.map((outcome, at) => (
        <span key={outcome} data-outcome={outcome}>
          <i aria-hidden="true">{at === 0 ? '=' : '+'}</i>
          <strong>{showCount(line[outcome])}</strong>
          {label(rowOutcomes, outcome)}
        </span>
      ))}
    </p>
  );
}

function Rows({ name, kind, line, money }: { name: string; kind: string; line: Line; money: boolean }) {
  const { t } = useWords();
  const { amounts } = line;
  const inFen = [amounts.createdFen, amounts.updatedFen, amounts.unchangedFen, amounts.duplicateFen, amounts.rejectedFen];
  return (
    <>
      <tr>
        <th scope="row">{name}</th>
        <td>{kind}</td>
        <td>{showCount(line.rowsIn)}</td>
        {outcomes.map((outcome) => (
          <td key={outcome} data-outcome={outcome} data-none={line[outcome] === 0}>
            {showCount(line[outcome])}
          </td>
        ))}
        <td data-none={line.ignored === 0}>{showCount(line.ignored)}</td>
        <td data-none={line.warnings === 0}>{showCount(line.warnings)}</td>
      </tr>
      {money && (
        <tr className={styles['money']}>
          <th scope="row">{t('imports.amount')}</th>
          <td />
          <td>
            <Money fen={amounts.inFen} bare />
          </td>
          {inFen.map((fen, at) => (
            <td key={at} data-none={fen === 0}>
              <Money fen={fen} bare />
            </td>
          ))}
          <td />
          <td />
        </tr>
      )}
    </>
  );
}
