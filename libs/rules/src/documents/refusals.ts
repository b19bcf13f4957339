import { refusals } from '../shared/refusal.js';

export const refuseDocument = refusals({
  'documents.prefix-missing': {
    kind: 'conflict',
    zh: '该组织及其上级没有设置文号代字，无法编号。请由中心管理员在组织信息中补充。',
    en: 'Neither this organisation nor one above it has letters for its numbers. Ask the centre administrator to add them.',
  },
});
