import { Button } from 'antd';
import type { z } from 'zod';
import type { ElsewhereAnswer as Answer } from '#contract/elsewhere';
import { asProblem } from '../../../api/problem.js';
import { ProblemNotice } from '../../../kit/ProblemNotice.js';
import { useSubmit } from '../../../kit/use-submit.js';
import { useWords } from '../../../kit/words.js';
import { ElsewhereAnswer } from './ElsewhereAnswer.js';
import styles from './elsewhere.module.css';

interface Props {
  /** Whom or what it is asked of; another one is another question. */
  about: string;
  ask: (about: string, key: string) => Promise<z.infer<typeof Answer>>;
}

/** The button and what came of it. Each question is kept for both sides, so nothing is asked by itself. */
export function ElsewhereAsk({ about, ask }: Props) {
  const { t } = useWords();
  const asking = useSubmit(ask, { forget: ['elsewhere-question'] });
  const told = asking.variables === about ? asking.data : undefined;
  return (
    <div className={styles['ask']}>
      <Button size="small" loading={asking.isPending} onClick={() => asking.mutate(about)}>
        {asking.isPending ? t('elsewhere.asking') : t('elsewhere.ask')}
      </Button>
      <ProblemNotice problem={asking.error ? asProblem(asking.error) : null} />
      {told && <ElsewhereAnswer told={told} />}
    </div>
  );
}
