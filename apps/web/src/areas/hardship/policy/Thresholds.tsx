import { InputNumber } from 'antd';
import { MoneyInput } from '../../../kit/MoneyInput.js';
import { useWords } from '../../../kit/words.js';
import { Unverified } from '../eligibility/Verdict.js';
import { thresholdText, thresholdsIn, type Rule } from './policy-codes.js';
import styles from './policy.module.css';

type Values = Record<string, number | string>;

interface Props {
  rule: Rule;
  value?: Values;
  onChange?: (values: Values) => void;
}

/** The thresholds of a rule beside what they would be; what stays empty stays as it is. */
export function Thresholds({ rule, value = {}, onChange }: Props) {
  const { t, say } = useWords();
  const set = (code: string, now: number | string | null): void => {
    const { [code]: _, ...others } = value;
    onChange?.(now === null ? others : { ...others, [code]: now });
  };
  return (
    <div className={styles['thresholds']} tabIndex={0} role="region" aria-label={t('policy.thresholds')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('policy.criterion')}</th>
            <th scope="col">{t('policy.now')}</th>
            <th scope="col">{t('policy.wanted')}</th>
          </tr>
        </thead>
        <tbody>
          {thresholdsIn(rule).map(({ code, name, unit, threshold, words, unverified }) => {
            const id = `threshold-${code}`;
            return (
              <tr key={code} data-changed={value[code] !== undefined}>
                <th scope="row" title={say(words)}>
                  <label htmlFor={id}>{say(name)}</label> {unverified && <Unverified />}
                </th>
                <td className="number">{say(thresholdText(unit, threshold))}</td>
                <td>
                  {unit === 'fen' ? (
                    <MoneyInput id={id} value={value[code] ?? null} onChange={(now) => set(code, now)} />
                  ) : (
                    <InputNumber<number>
                      id={id}
                      min={0}
                      max={1000}
                      precision={0}
                      suffix={unit === 'percent' ? '%' : undefined}
                      value={(value[code] as number | undefined) ?? null}
                      onChange={(now) => set(code, now)}
                    />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
