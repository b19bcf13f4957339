import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { AssignFile } from '#contract/hardship-form';
import { assignFile, handlerChoices } from '../../../api/hardship.js';
import { keys } from '../../../api/query-keys.js';
import { useMe } from '../../../api/use-me.js';
import { ActionForm } from '../../../kit/ActionForm.js';
import { Field } from '../../../kit/Field.js';
import { useWords } from '../../../kit/words.js';
import type { FileDialogProps } from '../file-parts.js';

/** Whose file it is from now on: one’s own unless somebody else is chosen. */
export function AssignFileForm({ file, onClose, onReload }: FileDialogProps) {
  const { t } = useWords();
  const me = useMe();
  const handlers = useQuery({
    queryKey: keys.part('hardship-file', file.id, 'handlers'),
    queryFn: ({ signal }) => handlerChoices(file.id, signal),
    retry: false,
  });
  return (
    <ActionForm
      title={t('hardship.assign')}
      schema={AssignFile}
      initial={{ handlerId: me.data?.id }}
      constants={{ version: file.version }}
      submit={(body, key) => assignFile(file.id, body, key)}
      forget={['hardship-file']}
      onClose={onClose}
      onReload={onReload}
    >
      <Field name="handlerId" label={t('hardship.handler')}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={handlers.isPending}
          options={(handlers.data?.items ?? []).map((handler) => ({
            value: handler.id,
            label: t('hardship.handlerLoad', { name: handler.name, organisation: handler.organisationName, files: handler.openFiles }),
          }))}
        />
      </Field>
    </ActionForm>
  );
}
