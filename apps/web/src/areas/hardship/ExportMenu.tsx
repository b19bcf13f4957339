import { Button, Dropdown, Input } from 'antd';
import { DownOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { ExportFilesInFull } from '#contract/register-export';
import { download, pathWith } from '../../api/client.js';
import { asProblem } from '../../api/problem.js';
import { useCan } from '../../api/use-me.js';
import { ActionForm } from '../../kit/ActionForm.js';
import { Field } from '../../kit/Field.js';
import { ProblemNotice } from '../../kit/ProblemNotice.js';
import { useWords } from '../../kit/words.js';

const EXPORT = '/hardship-files/export';

/** The list as it is filtered now, as a workbook: masked, or in full for a purpose. */
export function ExportMenu() {
  const { t } = useWords();
  const can = useCan();
  const [params] = useSearchParams();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const filters = Object.fromEntries([...params].filter(([name]) => name !== 'cursor' && name !== 'limit'));
  const masked = (): void => {
    setProblem(null);
    download(pathWith(EXPORT, filters)).catch(setProblem);
  };
  return (
    <>
      <ProblemNotice problem={problem === null ? null : asProblem(problem)} />
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'masked', label: t('exports.masked'), onClick: masked },
            ...(can('person.reveal') ? [{ key: 'full', label: t('exports.full'), onClick: () => setAsking(true) }] : []),
          ],
        }}
      >
        <Button>
          {t('exports.menu')} <DownOutlined aria-hidden />
        </Button>
      </Dropdown>
      {asking && (
        <ActionForm
          title={t('exports.fullTitle')}
          schema={ExportFilesInFull}
          constants={filters}
          submit={(body) => download(EXPORT, body)}
          onClose={() => setAsking(false)}
        >
          <Field name="purpose" label={t('exports.purpose')} extra={t('exports.fullHint')}>
            <Input maxLength={120} />
          </Field>
        </ActionForm>
      )}
    </>
  );
}
