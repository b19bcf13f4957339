import type { HardshipRecord } from '#contract/hardship';
import { relations } from '#rules/hardship/household/household-members';
import type { Words } from '../../../kit/words.js';

type Named = Pick<HardshipRecord['members'][number], 'name' | 'relation'>;

/** Father and child of one surname are masked alike: where somebody has to be chosen, the relation tells them apart. */
export const memberName = ({ name, relation }: Named, { label }: Words): string => `${name} · ${label(relations, relation)}`;
