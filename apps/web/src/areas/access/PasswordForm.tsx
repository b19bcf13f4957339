import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { ChangePassword } from '#contract/access';
import { changePassword } from '../../api/access.js';
import { FormSchemaContext, useContractForm } from '../../kit/contract-form.js';
import { Field } from '../../kit/Field.js';
import formStyles from '../../kit/form.module.css';
import { Notice } from '../../kit/Notice.js';
import { ProblemNotice } from '../../kit/ProblemNotice.js';
import { Section } from '../../kit/Section.js';
import { useSubmit } from '../../kit/use-submit.js';
import { useWords } from '../../kit/words.js';

export function PasswordForm() {
  const { t } = useWords();
  const [changed, setChanged] = useState(false);
  const contract = useContractForm(ChangePassword);
  const sending = useSubmit(changePassword, {
    forget: ['me'],
    onDone: () => {
      contract.form.resetFields();
      setChanged(true);
    },
  });
  const send = (): void => {
    const { next, again } = contract.form.getFieldsValue() as { next?: string; again?: string };
    if (next !== again) return contract.form.setFields([{ name: 'again', errors: [t('account.notTheSame')] }]);
    const values = contract.read();
    setChanged(false);
    if (values) sending.mutate({ current: values.current, next: values.next }, { onError: contract.refused });
  };
  return (
    <Section title={t('account.password')}>
      <FormSchemaContext value={ChangePassword}>
        <Form form={contract.form} layout="vertical" onFinish={send}>
          <ProblemNotice problem={contract.problem} className={formStyles['notice']} />
          {changed && <Notice>{t('account.passwordChanged')}</Notice>}
          <div className={formStyles['grid']}>
            <Field name="current" label={t('account.currentPassword')} required>
              <Input.Password autoComplete="current-password" maxLength={256} />
            </Field>
            <Field name="next" label={t('account.next')} extra={t('account.passwordRule')}>
              <Input.Password autoComplete="new-password" maxLength={256} />
            </Field>
            <Field name="again" label={t('account.again')} required>
              <Input.Password autoComplete="new-password" maxLength={256} />
            </Field>
          </div>
          <Button type="primary" htmlType="submit" loading={sending.isPending}>
            {t('account.changePassword')}
          </Button>
        </Form>
      </FormSchemaContext>
    </Section>
  );
}
