import type { WorksheetTotals } from '#rules/hardship/worksheet/worksheet';
import { Money } from '../../../kit/Money.js';
import { useWords } from '../../../kit/words.js';
import type { SheetMember } from './sheet.js';
import styles from './worksheet.module.css';

/** What the sheet comes to, while it is typed: by member, for the household, and per person and month. */
export function WorksheetSums({ totals, members }: { totals: WorksheetTotals; members: readonly SheetMember[] }) {
  const { t } = useWords();
  const nameOf = new Map(members.map(({ id, name }) => [id, name]));
  return (
    <div className={styles['sums']} aria-live="polite">
      <table>
        <caption className="unseen">{t('worksheet.byMember')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('worksheet.member')}</th>
            <th scope="col">{t('worksheet.incomeYear')}</th>
            <th scope="col">{t('worksheet.outlayYear')}</th>
          </tr>
        </thead>
        <tbody>
          {totals.members.map((member) => (
            <tr key={member.memberId}>
              <th scope="row">{nameOf.get(member.memberId) ?? '—'}</th>
              <td>
                <Money fen={member.incomeYearFen} bare />
              </td>
              <td>
                <Money fen={member.outlayYearFen} bare />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('worksheet.household', { persons: totals.persons })}</th>
            <td>
              <Money fen={totals.incomeYearFen} bare />
            </td>
            <td>
              <Money fen={totals.outlayYearFen} bare />
            </td>
          </tr>
        </tfoot>
      </table>
      <dl>
        <div>
          <dt>{t('worksheet.perCapita')}</dt>
          <dd>
            <Money fen={totals.incomePerCapitaMonthFen} />
          </dd>
        </div>
        <div data-strong="true">
          <dt>{t('worksheet.netPerCapita')}</dt>
          <dd>
            <Money fen={totals.netPerCapitaMonthFen} />
          </dd>
        </div>
        <div>
          <dt>{t('worksheet.notCounted')}</dt>
          <dd>
            <Money fen={totals.notCountedYearFen} />
          </dd>
        </div>
        <div data-open={totals.missingVouchers.length > 0}>
          <dt>{t('worksheet.missingVouchers')}</dt>
          <dd className="number">{t('worksheet.linesCount', { count: totals.missingVouchers.length })}</dd>
        </div>
        {totals.sharedVouchers.length > 0 && (
          <div data-open="true">
            <dt>{t('worksheet.sharedVouchers')}</dt>
            <dd className="number">{t('worksheet.vouchersCount', { count: totals.sharedVouchers.length })}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
