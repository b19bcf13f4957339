import type { Label } from '../shared/label.js';
import type { Permission } from './permissions.js';

/** How far a permission goes from the organisation of the grant: the whole city, the subtree, the organisation itself, or only what one is assigned. */
export type Reach = 'city' | 'subtree' | 'organisation' | 'assigned';

export interface Role extends Label {
  sentenceZh: string;
  /** 三员: system, security and audit administrators; each alone, none with business data. */
  officer?: 'system' | 'security' | 'audit';
  permissions: Partial<Record<Permission, Reach>>;
}

export const over = (reach: Reach, ...names: Permission[]): Partial<Record<Permission, Reach>> =>
  Object.fromEntries(names.map((name) => [name, reach]));
