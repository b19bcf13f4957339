import { TreeSelect } from 'antd';
import { useMemo } from 'react';
import { useOrganisations, type Branch } from './use-organisations.js';

interface Props {
  id?: string;
  label: string;
  value?: string | null;
  onChange?: (id: string | undefined) => void;
  width?: number | string;
}

interface Choice {
  value: string;
  title: string;
  children: Choice[];
}
const asChoice = (branch: Branch): Choice => ({ value: branch.id, title: branch.shortName, children: branch.children.map(asChoice) });

/** One organisation of the union tree: filter of lists, field of forms. */
export function OrganisationSelect({ id, label, value, onChange, width = '100%' }: Props) {
  const { branches } = useOrganisations();
  const choices = useMemo(() => branches.map(asChoice), [branches]);
  return (
    <TreeSelect
      {...(id && { id })}
      allowClear
      showSearch={{ treeNodeFilterProp: 'title' }}
      aria-label={label}
      placeholder={label}
      value={value ?? null}
      treeData={choices}
      treeDefaultExpandedKeys={branches.map((branch) => branch.id)}
      popupMatchSelectWidth={280}
      style={{ width }}
      onChange={(chosen: string | undefined | null) => onChange?.(chosen ?? undefined)}
    />
  );
}
