import { Modal } from 'antd';
import type { HardshipRecord } from '#contract/hardship';
import { assessFile } from '../../../api/hardship.js';
import { asProblem } from '../../../api/problem.js';
import { ProblemNotice } from '../../../kit/ProblemNotice.js';
import { useSubmit } from '../../../kit/use-submit.js';
import { useReturnFocus } from '../../../kit/use-return-focus.js';
import { useWords } from '../../../kit/words.js';

/** Kept with the rule, the standard and all figures, so that it can be read again in ten years. */
export function AssessForm({ file, onClose }: { file: HardshipRecord; onClose: () => void }) {
  const { t } = useWords();
  useReturnFocus();
  const keeping = useSubmit((_: null, key: string) => assessFile(file.id, key), { forget: ['hardship-file'], onDone: onClose });
  return (
    <Modal
      open
      title={t('eligibility.keep')}
      okText={t('eligibility.keep')}
      cancelText={t('form.cancel')}
      confirmLoading={keeping.isPending}
      onOk={() => keeping.mutate(null)}
      onCancel={onClose}
      width={420}
    >
      <p>{t('eligibility.keepHint')}</p>
      {keeping.error && <ProblemNotice problem={asProblem(keeping.error)} />}
    </Modal>
  );
}
