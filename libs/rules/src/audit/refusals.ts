import { refusals } from '../shared/refusal.js';

export const refuseAudit = refusals({
  'audit.city-only': {
    kind: 'forbidden',
    zh: '审计链是全市一条，只有市级审计管理员可以核验和导出。',
    en: 'There is one audit chain for the whole city; only its audit administrator may verify or export it.',
  },
});
