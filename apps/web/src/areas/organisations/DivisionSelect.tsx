import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { listDivisions } from '../../api/organisations.js';
import { keys } from '../../api/query-keys.js';

interface Props {
  id?: string;
  value?: string | null;
  onChange?: (code: string | null) => void;
}

export function useDivisions(): { code: string; name: string }[] {
  const { data } = useQuery({ queryKey: keys.list('division', {}), queryFn: ({ signal }) => listDivisions(signal), staleTime: 600_000 });
  return data?.items ?? [];
}

export function DivisionSelect({ id, value, onChange }: Props) {
  const divisions = useDivisions();
  return (
    <Select
      {...(id && { id })}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? null}
      options={divisions.map(({ code, name }) => ({ value: code, label: name }))}
      onChange={(code: string | undefined | null) => onChange?.(code ?? null)}
    />
  );
}
