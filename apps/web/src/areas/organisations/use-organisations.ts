import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { z } from 'zod';
import type { OrganisationNode } from '#contract/organisations';
import { organisationTree } from '../../api/organisations.js';
import { keys } from '../../api/query-keys.js';

export type Node = z.infer<typeof OrganisationNode>;
export interface Branch extends Node {
  children: Branch[];
}

/** The union tree, nested; it changes rarely and is read by many pages. */
export function useOrganisations(): { branches: Branch[]; nodes: Node[]; pending: boolean; error: unknown } {
  const { data, isPending, error } = useQuery({
    queryKey: keys.organisations,
    queryFn: ({ signal }) => organisationTree(signal),
    staleTime: 300_000,
  });
  const branches = useMemo(() => nested(data?.items ?? []), [data]);
  return { branches, nodes: data?.items ?? [], pending: isPending, error };
}

function nested(nodes: readonly Node[]): Branch[] {
  const all = new Map(nodes.map((node): [string, Branch] => [node.id, { ...node, children: [] }]));
  const tops: Branch[] = [];
  for (const branch of all.values()) {
    const parent = branch.parentId ? all.get(branch.parentId) : undefined;
    (parent?.children ?? tops).push(branch);
  }
  return tops;
}
