import { refusals } from '../shared/refusal.js';

export const refuseOrganisation = refusals({
  'organisations.cycle': {
    kind: 'conflict',
    zh: '不能把组织移到它自己的下级之下。',
    en: 'An organisation cannot move below one of its own.',
  },
  'organisations.root': {
    kind: 'conflict',
    zh: '市总工会是根组织，不能移动。',
    en: 'The city federation is the root and cannot be moved.',
  },
  'organisations.same-parent': { kind: 'conflict', zh: '该组织已经隶属于此上级。', en: 'The organisation already belongs to this parent.' },
  'organisations.move-too-early': {
    kind: 'invalid',
    zh: '变更日期不能早于现隶属关系的起始日期 {since}。',
    en: 'The day of the move cannot lie before {since}, when the present relation began.',
  },
  'organisations.wrong-level': {
    kind: 'invalid',
    zh: '“{child}”不能直接设在“{parent}”之下。',
    en: '"{child}" cannot stand directly below "{parent}".',
  },
  'organisations.uscc': {
    kind: 'invalid',
    zh: '统一社会信用代码不正确，请核对。',
    en: 'The unified social credit code is wrong. Please check it.',
  },
});
