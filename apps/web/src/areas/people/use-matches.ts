import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Form, type FormInstance } from 'antd';
import type { z } from 'zod';
import type { PersonMatches } from '#contract/people';
import { lookUpPerson } from '../../api/people.js';
import { keys } from '../../api/query-keys.js';
import { useSettled } from '../../kit/use-settled.js';

/** Who may be the person that is being typed into this form. */
export function useMatches(form: FormInstance): z.infer<typeof PersonMatches> | undefined {
  const name = Form.useWatch('name', form) as string | undefined;
  const idNumber = Form.useWatch('idNumber', form) as string | undefined;
  const phone = Form.useWatch('phone', form) as string | undefined;
  const worthAsking = { name: atLeast(2, name), idNumber: atLeast(15, idNumber), phone: atLeast(7, phone) };
  const typed = useSettled(JSON.stringify(worthAsking), 300);
  const asked = JSON.parse(typed) as { name?: string; idNumber?: string; phone?: string };
  const enabled = Object.keys(asked).length > 0;
  const query = useQuery({ queryKey: keys.matches(asked), queryFn: () => lookUpPerson(asked), enabled, placeholderData: keepPreviousData });
  return enabled ? query.data : undefined;
}

function atLeast(characters: number, text: string | undefined): string | undefined {
  const plain = text?.trim() ?? '';
  return [...plain].length >= characters ? plain : undefined;
}
